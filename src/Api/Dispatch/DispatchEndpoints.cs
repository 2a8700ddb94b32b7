using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Bookings;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Application.Dispatch;

namespace Nots.Api.Dispatch;

/// <summary>Who drives which job.</summary>
internal static class DispatchEndpoints
{
    public static RouteGroupBuilder MapDispatch(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/dispatch").WithTags("Dispatch").RequireAccess(Access.Staff);
        group.MapPost("assign", AssignAsync).WithName("dispatch-assign")
            .WithSummary("Assign a driver and a vehicle; a conflict names the gate that refused")
            .ReadsJson(DispatchJson.Default.AssignRequest)
            .ReturnsJson(BookingJson.Default.BookingResponse)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        group.MapGet("candidates", RankCandidatesAsync).WithName("dispatch-candidates")
            .WithSummary("Every driver for a job with each gate's verdict, best first")
            .WithQuery(new ParameterInfo("bookingId", "The job.", Required: true))
            .ReturnsJson(DispatchJson.Default.CandidatesResponse)
            .Refuses(StatusCodes.Status404NotFound);
        return group;
    }

    private static async Task<IResult> AssignAsync(HttpContext context, AssignDriver assignDriver)
    {
        var (request, malformed) = RequestReader.Read(context.Json(), DispatchJson.Default.AssignRequest);
        var assigned = await assignDriver.ExecuteAsync(request with { Malformed = malformed }, context.Caller(), context.RequestAborted);
        return ApiResults.Ok(assigned, BookingResponse.From, BookingJson.Default.BookingResponse);
    }

    private static async Task<IResult> RankCandidatesAsync(HttpContext context, RankCandidates rankCandidates)
    {
        var query = context.Query();
        var bookingId = query.Text("bookingId");
        query.Faults.Require("bookingId", bookingId);
        if (query.Faulty)
            return ApiResults.Refused(query.Faults.ToRefusal());
        var ranked = await rankCandidates.ExecuteAsync(bookingId!, context.RequestAborted);
        return ApiResults.Ok(ranked, found => new CandidatesResponse([.. found.Select(CandidateResponse.From)]), DispatchJson.Default.CandidatesResponse);
    }
}
