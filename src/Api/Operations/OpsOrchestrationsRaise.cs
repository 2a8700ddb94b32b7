using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Operations;

namespace Nots.Api.Operations;

/// <summary>Raises an event of an orchestration again.</summary>
public sealed class OpsOrchestrationsRaise(OrchestrationControls orchestrations, AuditedControls controls) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "ops-orchestrations-raise",
        Tag = "Operations",
        Method = HttpMethods.Post,
        Route = "v1/ops/orchestrations/{instanceId}/events/{eventName}",
        Summary = "Raise an external event of an instance",
        Access = Access.Admins,
        Handler = typeof(OpsOrchestrationsRaise),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.RaiseBody,
        ResponseShape = ApiJson.Default.OrchestrationDetailsAnswer,
        Refusals = [StatusCodes.Status409Conflict],
    };

    public Task<IResult> HandleAsync(ApiRequest request)
    {
        var payload = request.Json.Any("payload");
        var eventName = request.Route("eventName");
        return controls.ApplyAsync(request, $"raise.{eventName}", OrchestrationStatuses.IsLive, (instanceId, _) =>
            orchestrations.RaiseEventAsync(instanceId, eventName, payload.ValueKind == JsonValueKind.Undefined ? null : payload, request.Aborted));
    }
}
