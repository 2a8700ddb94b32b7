using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Operations;

namespace Nots.Api.Operations;

/// <summary>Ends an orchestration at once.</summary>
public sealed class OpsOrchestrationsTerminate(OrchestrationControls orchestrations, AuditedControls controls) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "ops-orchestrations-terminate",
        Tag = "Operations",
        Method = HttpMethods.Post,
        Route = "v1/ops/orchestrations/{instanceId}/terminate",
        Summary = "End an instance at once, without compensation",
        Access = Access.Admins,
        Handler = typeof(OpsOrchestrationsTerminate),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.ReasonBody,
        ResponseShape = ApiJson.Default.OrchestrationDetailsAnswer,
        Refusals = [StatusCodes.Status409Conflict],
    };

    public Task<IResult> HandleAsync(ApiRequest request) => controls.ApplyAsync(
        request, "terminate", OrchestrationStatuses.IsLive,
        (instanceId, reason) => orchestrations.TerminateAsync(instanceId, reason, request.Aborted));
}
