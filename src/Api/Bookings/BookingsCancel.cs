using System.Globalization;
using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Bookings;

namespace Nots.Api.Bookings;

/// <summary>Calls a booking off.</summary>
public sealed class BookingsCancel(CancelBooking cancelBooking) : IEndpoint
{
    private const int MostText = 500;

    public static EndpointInfo Info { get; } = new()
    {
        Name = "bookings-cancel",
        Tag = "Bookings",
        Method = HttpMethods.Delete,
        Route = "v1/bookings/{bookingId}",
        Summary = "Cancel a booking; the refund follows the policy unless an admin says otherwise",
        Access = Access.SignedInOrLink,
        Handler = typeof(BookingsCancel),
        Query =
        [
            new("reason", "For the record, at most 500 characters."),
            new("refund", "Admins and owners: full, none, or an amount in pence, whatever the policy says."),
        ],
        ResponseShape = ApiJson.Default.BookingAnswer,
        Refusals = [StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict],
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var query = request.Query;
        var reason = query.Text("reason", MostText);
        var refund = ReadRefund(query);
        if (query.Faults.Any)
            return Answers.Refused(query.Faults.ToRefusal());
        var cancelled = await cancelBooking.ExecuteAsync(request.Route("bookingId"), reason, refund, request.Caller, request.Aborted);
        return Answers.Ok(cancelled, BookingAnswer.Of, ApiJson.Default.BookingAnswer);
    }

    private static RefundOverride? ReadRefund(QueryFields query)
    {
        switch (query.Text("refund"))
        {
            case null:
                return null;
            case "full":
                return new RefundOverride(null);
            case "none":
                return new RefundOverride(0);
            case var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pence):
                return new RefundOverride(pence);
            default:
                query.Faults.Add("refund", "format", "refund must be full, none, or an amount in pence.");
                return null;
        }
    }
}
