using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;

namespace Nots.Api.Status;

/// <summary>Tells a load balancer whether to send requests here.</summary>
public sealed class HealthReady(IEnumerable<IReadinessCheck> checks, TimeProvider time, ILogger<HealthReady> logger) : IEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IReadinessCheck[] _checks = [.. checks];

    public static EndpointInfo Info { get; } = new()
    {
        Name = "health-ready",
        Tag = "Status",
        Method = HttpMethods.Get,
        Route = "health/ready",
        Summary = "Whether everything that is needed to serve is there",
        Access = Access.Anyone,
        Handler = typeof(HealthReady),
        Limited = false,
        Query = null,
        ResponseShape = ApiJson.Default.ReadinessAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var answers = await Task.WhenAll(_checks.Select(check => LookAsync(check, request.Aborted)));
        var failed = answers.Where(answer => !answer.Ok).ToDictionary(answer => answer.Name, _ => "failed");
        return failed.Count == 0
            ? Answers.Ok(new ReadinessAnswer("ready", answers), ApiJson.Default.ReadinessAnswer)
            : FaultAnswers.Unavailable($"Not ready: {string.Join(", ", failed.Keys)}.", failed);
    }

    private async Task<ReadinessCheckAnswer> LookAsync(IReadinessCheck check, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, patience.Token);
        try
        {
            await check.CheckAsync(either.Token).WaitAsync(either.Token);
            return new ReadinessCheckAnswer(check.Name, true);
        }
        catch (Exception exception) when (!aborted.IsCancellationRequested)
        {
            // Asked every few seconds while something is away: where it failed is the same each time.
            logger.LogWarning("Not ready: {Check}: {Reason}", check.Name, exception.GetBaseException().Message);
            return new ReadinessCheckAnswer(check.Name, false);
        }
    }
}
