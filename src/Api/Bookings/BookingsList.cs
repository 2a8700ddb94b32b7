using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Paging;
using Nots.Api.Pipeline;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Api.Bookings;

/// <summary>Lists the bookings that the caller may see.</summary>
public sealed class BookingsList(ListBookings listBookings, ICursorCodec cursors, WireTime wireTime) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "bookings-list",
        Tag = "Bookings",
        Method = HttpMethods.Get,
        Route = "v1/bookings",
        Summary = "Bookings, latest pick-up first: all for staff, their own for customers, their jobs for drivers",
        Access = Access.SignedIn,
        Handler = typeof(BookingsList),
        Query =
        [
            new("status", "Only bookings in this state.", Values: Wire.All<BookingStatus>()),
            new("from", "Picked up at this time or later."),
            new("to", "Picked up before this time."),
            new("driverId", "Allocated to this driver."),
            new("q", "In the reference, the customer's name or phone number."),
            .. ParameterInfo.Paging,
        ],
        ResponseShape = ApiJson.Default.BookingsAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var (query, caller) = (request.Query, request.Caller);
        var filter = ReadFilter(query);
        var limit = query.Limit();
        var scope = ListScope.Of(
            Info, caller, filter.Status?.ToString(), ListScope.Text(filter.From), ListScope.Text(filter.To), filter.DriverId, filter.Text);
        var after = query.Cursor<BookingPosition>(cursors, scope);
        if (query.Faults.Any)
            return Answers.Refused(query.Faults.ToRefusal());
        var page = await listBookings.ExecuteAsync(filter, limit, after, caller, request.Aborted);
        return Answers.Ok(
            new BookingsAnswer([.. page.Items.Select(BookingAnswer.Of)], PaginationAnswer.Of(limit, page.Next, cursors, scope)), ApiJson.Default.BookingsAnswer);
    }

    private BookingFilter ReadFilter(QueryFields query)
    {
        var from = query.Time("from", wireTime);
        var to = query.Time("to", wireTime);
        if (to < from)
            query.Faults.Add("to", "order", "to must not be before from.");
        return new BookingFilter(
            DriverId: query.Text("driverId"), Status: query.OneOf<BookingStatus>("status"), From: from, To: to, Text: query.Text("q"));
    }
}
