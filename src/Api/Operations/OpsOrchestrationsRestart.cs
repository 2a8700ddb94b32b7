using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Operations;

namespace Nots.Api.Operations;

/// <summary>
/// Runs an orchestration again that failed or was terminated. It reads its booking afresh and does what is due, such as a refund
/// that fell due while nobody looked after the booking; nothing else starts it again.
/// </summary>
public sealed class OpsOrchestrationsRestart(OrchestrationControls orchestrations, AuditedControls controls) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "ops-orchestrations-restart",
        Tag = "Operations",
        Method = HttpMethods.Post,
        Route = "v1/ops/orchestrations/{instanceId}/restart",
        Summary = "Run a failed or terminated instance again",
        Access = Access.Admins,
        Handler = typeof(OpsOrchestrationsRestart),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.ReasonBody,
        ResponseShape = ApiJson.Default.OrchestrationDetailsAnswer,
        Refusals = [StatusCodes.Status409Conflict],
    };

    public Task<IResult> HandleAsync(ApiRequest request) => controls.ApplyAsync(
        request, "restart", status => status is OrchestrationStatus.Failed or OrchestrationStatus.Terminated,
        (instanceId, _) => orchestrations.RestartAsync(instanceId, request.Aborted));
}
