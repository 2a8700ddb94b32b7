using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Paging;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Application.Common;
using Nots.Application.Operations;
using Nots.Domain.Common;

namespace Nots.Api.Operations;

/// <summary>Orchestration instances, for operators to watch and to control.</summary>
internal static class OrchestrationEndpoints
{
    private delegate Task<Result<OrchestrationDetails>> Control(
        string instanceId, ControlRequest request, Caller caller, CancellationToken cancellationToken);

    public static RouteGroupBuilder MapOrchestrations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/ops").WithTags("Operations");
        group.MapGet("orchestrations", ListAsync).WithName("ops-orchestrations-list").RequireAccess(Access.Staff)
            .WithSummary("Orchestration instances, newest first")
            .WithQuery([
                new("status", "Only instances in this state.", Values: Wire.All<OrchestrationStatus>()),
                new("name", "Of this orchestration."),
                new("from", "Started at this time or later."),
                new("to", "Started before this time."),
                .. ParameterInfo.Paging])
            .ReturnsJson(OrchestrationJson.Default.OrchestrationsResponse);
        group.MapGet("orchestrations/{instanceId}", GetAsync).WithName("ops-orchestrations-get").RequireAccess(Access.Staff)
            .WithSummary("An orchestration instance with input, output and failure; with its history on request")
            .WithQuery(new ParameterInfo("history", "Whether to add the history.", "boolean"))
            .ReturnsJson(OrchestrationJson.Default.OrchestrationDetailsResponse);
        MapControls(group.MapGroup("orchestrations/{instanceId}").RequireAccess(Access.Admins));
        return group;
    }

    private static void MapControls(RouteGroupBuilder group)
    {
        group.MapPost("suspend", SuspendAsync).WithName("ops-orchestrations-suspend")
            .WithSummary("Stop an instance until it is resumed; its events and timers wait").ControlsInstance();
        group.MapPost("resume", ResumeAsync).WithName("ops-orchestrations-resume")
            .WithSummary("Let a suspended instance go on").ControlsInstance();
        group.MapPost("terminate", TerminateAsync).WithName("ops-orchestrations-terminate")
            .WithSummary("End an instance at once, without compensation").ControlsInstance();
        group.MapPost("restart", RestartAsync).WithName("ops-orchestrations-restart")
            .WithSummary("Run a failed or terminated instance again").ControlsInstance();
        group.MapPost("purge", PurgeAsync).WithName("ops-orchestrations-purge")
            .WithSummary("Forget an ended instance and its history; the answer is what it was").ControlsInstance();
        group.MapPost("events/{eventName}", RaiseEventAsync).WithName("ops-orchestrations-raise")
            .WithSummary("Raise an external event of an instance")
            .ReadsJson(OrchestrationJson.Default.RaiseEventRequest)
            .ReturnsJson(OrchestrationJson.Default.OrchestrationDetailsResponse)
            .Refuses(StatusCodes.Status409Conflict);
    }

    private static RouteHandlerBuilder ControlsInstance(this RouteHandlerBuilder endpoint) => endpoint
        .ReadsJson(OrchestrationJson.Default.ControlRequest)
        .ReturnsJson(OrchestrationJson.Default.OrchestrationDetailsResponse)
        .Refuses(StatusCodes.Status409Conflict);

    private static async Task<IResult> ListAsync(HttpContext context, OrchestrationList orchestrations, ICursorCodec cursors, WireTime wireTime)
    {
        var query = context.Query();
        var filter = new OrchestrationFilter(
            query.OneOf<OrchestrationStatus>("status"), query.Text("name"), query.Time("from", wireTime), query.Time("to", wireTime), query.Limit());
        if (filter.To < filter.From)
            query.Faults.Add("to", "order", "to must not be before from.");
        var scope = ListScope.From(context, filter.Status?.ToString(), filter.Name, ListScope.Text(filter.From), ListScope.Text(filter.To));
        var after = query.Cursor<string>(cursors, scope);
        if (query.Faulty)
            return ApiResults.Refused(query.Faults.ToRefusal());
        var page = await orchestrations.ReadAsync(filter with { After = after }, context.RequestAborted);
        return ApiResults.Ok(
            new OrchestrationsResponse(
                [.. page.Instances.Select(OrchestrationResponse.From)], PaginationResponse.From(filter.Limit, page.Next, cursors, scope)),
            OrchestrationJson.Default.OrchestrationsResponse);
    }

    private static async Task<IResult> GetAsync(string instanceId, HttpContext context, GetOrchestration getOrchestration)
    {
        var query = context.Query();
        var withHistory = query.Flag("history");
        if (query.Faulty)
            return ApiResults.Refused(query.Faults.ToRefusal());
        var found = await getOrchestration.ExecuteAsync(instanceId, withHistory, context.RequestAborted);
        return ApiResults.Ok(found, OrchestrationDetailsResponse.From, OrchestrationJson.Default.OrchestrationDetailsResponse);
    }

    private static Task<IResult> SuspendAsync(string instanceId, HttpContext context, ControlOrchestration control) =>
        ApplyAsync(control.SuspendAsync, instanceId, context);

    private static Task<IResult> ResumeAsync(string instanceId, HttpContext context, ControlOrchestration control) =>
        ApplyAsync(control.ResumeAsync, instanceId, context);

    private static Task<IResult> TerminateAsync(string instanceId, HttpContext context, ControlOrchestration control) =>
        ApplyAsync(control.TerminateAsync, instanceId, context);

    private static Task<IResult> RestartAsync(string instanceId, HttpContext context, ControlOrchestration control) =>
        ApplyAsync(control.RestartAsync, instanceId, context);

    private static Task<IResult> PurgeAsync(string instanceId, HttpContext context, ControlOrchestration control) =>
        ApplyAsync(control.PurgeAsync, instanceId, context);

    private static async Task<IResult> RaiseEventAsync(string instanceId, string eventName, HttpContext context, ControlOrchestration control)
    {
        var (request, malformed) = RequestReader.Read(context.Json(), OrchestrationJson.Default.RaiseEventRequest);
        var controlled = await control.RaiseEventAsync(
            instanceId, eventName, request with { Malformed = malformed }, context.Caller(), context.RequestAborted);
        return ApiResults.Ok(controlled, OrchestrationDetailsResponse.From, OrchestrationJson.Default.OrchestrationDetailsResponse);
    }

    private static async Task<IResult> ApplyAsync(Control control, string instanceId, HttpContext context)
    {
        var (request, malformed) = RequestReader.Read(context.Json(), OrchestrationJson.Default.ControlRequest);
        var controlled = await control(instanceId, request with { Malformed = malformed }, context.Caller(), context.RequestAborted);
        return ApiResults.Ok(controlled, OrchestrationDetailsResponse.From, OrchestrationJson.Default.OrchestrationDetailsResponse);
    }
}
