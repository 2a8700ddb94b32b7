using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Bookings;
using Nots.Api.Paging;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Drivers;
using Nots.Domain.Common;
using Nots.Domain.Drivers;

namespace Nots.Api.Drivers;

/// <summary>Drivers and their jobs.</summary>
internal static class DriverEndpoints
{
    public static RouteGroupBuilder MapDrivers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Drivers");
        group.MapGet("drivers", ListAsync).WithName("drivers-list").RequireAccess(Access.Staff)
            .WithSummary("Drivers with availability, record and compliance")
            .WithQuery([new("status", "Only drivers in this state.", Values: Wire.All<DriverStatus>()), .. ParameterInfo.Paging])
            .ReturnsJson(DriverJson.Default.DriversResponse);
        group.MapGet("drivers/{driverId}", GetAsync).WithName("drivers-get").RequireAccess(Access.DriversAndStaff)
            .WithSummary("A driver: any for staff, themselves for a driver")
            .ReturnsJson(DriverJson.Default.DriverResponse);
        group.MapGet("drivers/{driverId}/jobs", ListJobsAsync).WithName("drivers-jobs").RequireAccess(Access.DriversAndStaff)
            .WithSummary("A driver's jobs, soonest first")
            .WithQuery(ParameterInfo.Paging)
            .ReturnsJson(DriverJson.Default.JobsResponse);
        return group;
    }

    private static async Task<IResult> ListAsync(HttpContext context, ListDrivers listDrivers, ICursorCodec cursors)
    {
        var query = context.Query();
        var status = query.OneOf<DriverStatus>("status");
        var limit = query.Limit();
        var scope = ListScope.From(context, status?.ToString());
        var after = query.Cursor<StatusPosition>(cursors, scope);
        if (query.Faulty)
            return ApiResults.Refused(query.Faults.ToRefusal());
        var page = await listDrivers.ExecuteAsync(status, limit, after, context.RequestAborted);
        return ApiResults.Ok(
            new DriversResponse([.. page.Items.Select(DriverResponse.From)], PaginationResponse.From(limit, page.Next, cursors, scope)),
            DriverJson.Default.DriversResponse);
    }

    private static async Task<IResult> GetAsync(string driverId, HttpContext context, GetDriver getDriver)
    {
        var driver = await getDriver.ExecuteAsync(driverId, context.Caller(), context.RequestAborted);
        return ApiResults.Ok(driver, DriverResponse.From, DriverJson.Default.DriverResponse);
    }

    private static async Task<IResult> ListJobsAsync(string driverId, HttpContext context, ListDriverJobs listJobs, ICursorCodec cursors)
    {
        var query = context.Query();
        var limit = query.Limit();
        var scope = ListScope.From(context, driverId);
        var after = query.Cursor<BookingPosition>(cursors, scope);
        if (query.Faulty)
            return ApiResults.Refused(query.Faults.ToRefusal());
        var jobs = await listJobs.ExecuteAsync(driverId, limit, after, context.Caller(), context.RequestAborted);
        return ApiResults.Ok(
            jobs,
            page => new JobsResponse([.. page.Items.Select(BookingResponse.From)], PaginationResponse.From(limit, page.Next, cursors, scope)),
            DriverJson.Default.JobsResponse);
    }
}
