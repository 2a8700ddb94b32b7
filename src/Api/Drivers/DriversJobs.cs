using Microsoft.AspNetCore.Http;
using Nots.Api.Bookings;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Paging;
using Nots.Api.Pipeline;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Drivers;

namespace Nots.Api.Drivers;

/// <summary>Lists a driver's jobs.</summary>
public sealed class DriversJobs(ListDriverJobs listJobs, ICursorCodec cursors) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "drivers-jobs",
        Tag = "Drivers",
        Method = HttpMethods.Get,
        Route = "v1/drivers/{driverId}/jobs",
        Summary = "A driver's jobs, soonest first",
        Access = Access.DriversAndStaff,
        Handler = typeof(DriversJobs),
        Query = ParameterInfo.Paging,
        ResponseShape = ApiJson.Default.JobsAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var (query, driverId) = (request.Query, request.Route("driverId"));
        var limit = query.Limit();
        var scope = ListScope.Of(Info, request.Caller, driverId);
        var after = query.Cursor<BookingPosition>(cursors, scope);
        if (query.Faults.Any)
            return Answers.Refused(query.Faults.ToRefusal());
        var jobs = await listJobs.ExecuteAsync(driverId, limit, after, request.Caller, request.Aborted);
        return Answers.Ok(jobs, page => Map(page, limit, scope), ApiJson.Default.JobsAnswer);
    }

    private JobsAnswer Map(Page<BookingDetails, BookingPosition> page, int limit, string scope) =>
        new([.. page.Items.Select(BookingAnswer.Of)], PaginationAnswer.Of(limit, page.Next, cursors, scope));
}
