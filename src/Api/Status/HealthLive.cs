using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;

namespace Nots.Api.Status;

/// <summary>Answers as long as the process does.</summary>
public sealed class HealthLive : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "health-live",
        Tag = "Status",
        Method = HttpMethods.Get,
        Route = "health/live",
        Summary = "Whether the process answers",
        Access = Access.Anyone,
        Handler = typeof(HealthLive),
        Limited = false,
        Query = null,
        ResponseShape = ApiJson.Default.StatusAnswer,
    };

    public Task<IResult> HandleAsync(ApiRequest request) => Task.FromResult(Answers.Ok(new StatusAnswer("ok"), ApiJson.Default.StatusAnswer));
}
