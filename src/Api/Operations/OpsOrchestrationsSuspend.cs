using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Operations;

namespace Nots.Api.Operations;

/// <summary>Stops an orchestration until it is resumed.</summary>
public sealed class OpsOrchestrationsSuspend(OrchestrationControls orchestrations, AuditedControls controls) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "ops-orchestrations-suspend",
        Tag = "Operations",
        Method = HttpMethods.Post,
        Route = "v1/ops/orchestrations/{instanceId}/suspend",
        Summary = "Stop an instance until it is resumed; its events and timers wait",
        Access = Access.Admins,
        Handler = typeof(OpsOrchestrationsSuspend),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.ReasonBody,
        ResponseShape = ApiJson.Default.OrchestrationDetailsAnswer,
        Refusals = [StatusCodes.Status409Conflict],
    };

    public Task<IResult> HandleAsync(ApiRequest request) => controls.ApplyAsync(
        request, "suspend", OrchestrationStatuses.IsLive,
        (instanceId, reason) => orchestrations.SuspendAsync(instanceId, reason, request.Aborted));
}
