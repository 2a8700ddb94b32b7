using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Results;
using Nots.Api.Reading;

namespace Nots.Api.Status;

/// <summary>How the platform is, for websites and load balancers.</summary>
internal static class StatusEndpoints
{
    public static RouteGroupBuilder MapStatus(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Status").RequireAccess(Access.Anyone).DisableRateLimiting();
        group.MapGet("/v1/status", () => ApiResults.Ok(new StatusResponse("ok"), StatusJson.Default.StatusResponse)).WithName("status-get")
            .WithSummary("Whether the platform is at work, for the websites' banner")
            .WithAnyQuery()
            .ReturnsJson(StatusJson.Default.StatusResponse);
        group.MapGet("/health/live", () => ApiResults.Ok(new StatusResponse("ok"), StatusJson.Default.StatusResponse)).WithName("health-live")
            .WithSummary("Whether the process answers")
            .WithAnyQuery()
            .ReturnsJson(StatusJson.Default.StatusResponse);
        group.MapGet("/health/ready", CheckReadinessAsync).WithName("health-ready")
            .WithSummary("Whether everything that is needed to serve is there")
            .WithAnyQuery()
            .ReturnsJson(StatusJson.Default.ReadinessResponse);
        return group;
    }

    private static async Task<IResult> CheckReadinessAsync(HttpContext context, Readiness readiness)
    {
        var checks = await readiness.CheckAsync(context.RequestAborted);
        var failed = checks.Where(check => !check.Ok).ToDictionary(check => check.Name, _ => "failed");
        return failed.Count == 0
            ? ApiResults.Ok(new ReadinessResponse("ready", checks), StatusJson.Default.ReadinessResponse)
            : ErrorResult.Unavailable($"Not ready: {string.Join(", ", failed.Keys)}.", failed);
    }
}
