using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Operations;
using Nots.Domain.Common;

namespace Nots.Api.Operations;

/// <summary>Reads one orchestration instance.</summary>
public sealed class OpsOrchestrationsGet(DurableTaskClient orchestrations) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "ops-orchestrations-get",
        Tag = "Operations",
        Method = HttpMethods.Get,
        Route = "v1/ops/orchestrations/{instanceId}",
        Summary = "An orchestration instance with input, output and failure; with its history on request",
        Access = Access.Staff,
        Handler = typeof(OpsOrchestrationsGet),
        Query = [new("history", "Whether to add the history.", "boolean")],
        ResponseShape = ApiJson.Default.OrchestrationDetailsAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var (query, instanceId) = (request.Query, request.Route("instanceId"));
        var withHistory = query.Flag("history");
        if (query.Faults.Any)
            return Answers.Refused(query.Faults.ToRefusal());
        if (await orchestrations.GetInstanceAsync(instanceId, true, request.Aborted) is not { } instance)
            return Answers.Refused(Refusal.NotFound("orchestration"));
        var history = withHistory ? OrchestrationHistory.From(await orchestrations.GetOrchestrationHistoryAsync(instanceId, request.Aborted)) : null;
        return Answers.Ok(OrchestrationDetailsAnswer.Of(instance, history), ApiJson.Default.OrchestrationDetailsAnswer);
    }
}
