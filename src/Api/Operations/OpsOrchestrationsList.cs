using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Paging;
using Nots.Api.Pipeline;
using Nots.Application.Common;
using Nots.Application.Operations;
using Nots.Domain.Common;

namespace Nots.Api.Operations;

/// <summary>Lists orchestration instances.</summary>
public sealed class OpsOrchestrationsList(OrchestrationList orchestrations, ICursorCodec cursors, WireTime wireTime) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "ops-orchestrations-list",
        Tag = "Operations",
        Method = HttpMethods.Get,
        Route = "v1/ops/orchestrations",
        Summary = "Orchestration instances, newest first",
        Access = Access.Staff,
        Handler = typeof(OpsOrchestrationsList),
        Query =
        [
            new("status", "Only instances in this state.", Values: Wire.All<OrchestrationStatus>()),
            new("name", "Of this orchestration."),
            new("from", "Started at this time or later."),
            new("to", "Started before this time."),
            .. ParameterInfo.Paging,
        ],
        ResponseShape = ApiJson.Default.OrchestrationsAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var query = request.Query;
        var asked = new OrchestrationFilter(
            query.OneOf<OrchestrationStatus>("status"), query.Text("name"), query.Time("from", wireTime), query.Time("to", wireTime), query.Limit());
        if (asked.To < asked.From)
            query.Faults.Add("to", "order", "to must not be before from.");
        var scope = ListScope.Of(Info, request.Caller, asked.Status?.ToString(), asked.Name, ListScope.Text(asked.From), ListScope.Text(asked.To));
        var after = query.Cursor<string>(cursors, scope);
        if (query.Faults.Any)
            return Answers.Refused(query.Faults.ToRefusal());
        var page = await orchestrations.ReadAsync(asked with { After = after }, request.Aborted);
        return Answers.Ok(
            new OrchestrationsAnswer([.. page.Instances.Select(OrchestrationAnswer.Of)], PaginationAnswer.Of(asked.Limit, page.Next, cursors, scope)),
            ApiJson.Default.OrchestrationsAnswer);
    }
}
