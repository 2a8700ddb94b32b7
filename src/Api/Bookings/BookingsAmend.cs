using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Bookings;
using Nots.Application.Lifecycle;

namespace Nots.Api.Bookings;

/// <summary>Changes a booking, or takes the driver's progress.</summary>
public sealed class BookingsAmend(AmendBooking amendBooking) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "bookings-amend",
        Tag = "Bookings",
        Method = HttpMethods.Patch,
        Route = "v1/bookings/{bookingId}",
        Summary = "Change the pick-up time or the notes (staff), or report progress (the job's driver)",
        // The use case tells a customer's own booking (not theirs to change) from somebody else's (not there).
        Access = Access.SignedInOrLink,
        Handler = typeof(BookingsAmend),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.AmendBody,
        ResponseShape = ApiJson.Default.BookingAnswer,
        Refusals = [StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict],
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var amended = await amendBooking.ExecuteAsync(request.Route("bookingId"), Read(request.Json), request.Caller, request.Aborted);
        return Answers.Ok(amended, BookingAnswer.Of, ApiJson.Default.BookingAnswer);
    }

    private static AmendRequest Read(JsonFields json) => new()
    {
        PickupTime = json.Text("pickupTime"),
        PickupInstructions = json.Text("pickupInstructions"),
        InternalNotes = json.Text("internalNotes"),
        Progress = json.Text("progress"),
        Latitude = json.Number("latitude"),
        Longitude = json.Number("longitude"),
        Tolls = json.Amount("tolls"),
        Parking = json.Amount("parking"),
        Malformed = json.End(),
    };
}
