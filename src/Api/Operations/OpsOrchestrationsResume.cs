using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Operations;

namespace Nots.Api.Operations;

/// <summary>Lets a suspended orchestration go on.</summary>
public sealed class OpsOrchestrationsResume(OrchestrationControls orchestrations, AuditedControls controls) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "ops-orchestrations-resume",
        Tag = "Operations",
        Method = HttpMethods.Post,
        Route = "v1/ops/orchestrations/{instanceId}/resume",
        Summary = "Let a suspended instance go on",
        Access = Access.Admins,
        Handler = typeof(OpsOrchestrationsResume),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.ReasonBody,
        ResponseShape = ApiJson.Default.OrchestrationDetailsAnswer,
        Refusals = [StatusCodes.Status409Conflict],
    };

    public Task<IResult> HandleAsync(ApiRequest request) => controls.ApplyAsync(
        request, "resume", status => status == OrchestrationStatus.Suspended,
        (instanceId, reason) => orchestrations.ResumeAsync(instanceId, reason, request.Aborted));
}
