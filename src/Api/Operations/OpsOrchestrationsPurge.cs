using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Operations;

namespace Nots.Api.Operations;

/// <summary>Forgets an orchestration that has ended. Its booking is untouched; a later change of it starts a new one.</summary>
public sealed class OpsOrchestrationsPurge(OrchestrationControls orchestrations, AuditedControls controls) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "ops-orchestrations-purge",
        Tag = "Operations",
        Method = HttpMethods.Post,
        Route = "v1/ops/orchestrations/{instanceId}/purge",
        Summary = "Forget an ended instance and its history; the answer is what it was",
        Access = Access.Admins,
        Handler = typeof(OpsOrchestrationsPurge),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.ReasonBody,
        ResponseShape = ApiJson.Default.OrchestrationDetailsAnswer,
        Refusals = [StatusCodes.Status409Conflict],
    };

    public Task<IResult> HandleAsync(ApiRequest request) => controls.ApplyAsync(
        request, "purge", status => !status.IsLive(), (instanceId, _) => orchestrations.PurgeAsync(instanceId, request.Aborted));
}
