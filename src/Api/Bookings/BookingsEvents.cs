using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Bookings;

namespace Nots.Api.Bookings;

/// <summary>Reads a booking's event record.</summary>
public sealed class BookingsEvents(ListBookingEvents listEvents) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "bookings-events",
        Tag = "Bookings",
        Method = HttpMethods.Get,
        Route = "v1/bookings/{bookingId}/events",
        Summary = "A booking's event record, oldest first",
        Access = Access.Staff,
        Handler = typeof(BookingsEvents),
        ResponseShape = ApiJson.Default.BookingEventsAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var events = await listEvents.ExecuteAsync(request.Route("bookingId"), request.Aborted);
        return Answers.Ok(
            events, found => new BookingEventsAnswer([.. found.Select(BookingEventAnswer.Of)]), ApiJson.Default.BookingEventsAnswer);
    }
}
