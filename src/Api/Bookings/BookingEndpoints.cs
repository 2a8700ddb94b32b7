using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Json;
using Nots.Api.Paging;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Lifecycle;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Api.Bookings;

/// <summary>Bookings: made, read, changed and cancelled.</summary>
internal static class BookingEndpoints
{
    private const string IdempotencyKey = "Idempotency-Key";

    public static RouteGroupBuilder MapBookings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Bookings");
        group.MapPost("bookings", CreateAsync).WithName("bookings-create").RequireAccess(Access.Bookers)
            .WithSummary("Book a quote; one quote makes one booking")
            .WithHeader(new ParameterInfo(IdempotencyKey, "Under the same key the same request is answered with the same booking, for 24 hours."))
            .ReadsJson(BookingJson.Default.BookingRequest)
            .ReturnsJson(BookingJson.Default.BookingResponse, StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status502BadGateway);
        group.MapGet("bookings", ListAsync).WithName("bookings-list").RequireAccess(Access.SignedIn)
            .WithSummary("Bookings, latest pick-up first: all for staff, their own for customers, their jobs for drivers")
            .WithQuery([
                new("status", "Only bookings in this state.", Values: Wire.All<BookingStatus>()),
                new("from", "Picked up at this time or later."),
                new("to", "Picked up before this time."),
                new("driverId", "Allocated to this driver."),
                new("q", "In the reference, the customer's name or phone number."),
                .. ParameterInfo.Paging])
            .ReturnsJson(BookingJson.Default.BookingsResponse);
        group.MapGet("bookings/{bookingId}", GetAsync).WithName("bookings-get").RequireAccess(Access.SignedInOrLink)
            .WithSummary("A booking with its quote, payment, driver, vehicle and timeline")
            .ReturnsJson(BookingJson.Default.BookingResponse);
        // The use case tells a customer's own booking (not theirs to change) from somebody else's (not there).
        group.MapPatch("bookings/{bookingId}", AmendAsync).WithName("bookings-amend").RequireAccess(Access.SignedInOrLink)
            .WithSummary("Change the pick-up time or the notes (staff), or report progress (the job's driver)")
            .ReadsJson(BookingJson.Default.AmendRequest)
            .ReturnsJson(BookingJson.Default.BookingResponse)
            .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);
        group.MapDelete("bookings/{bookingId}", CancelAsync).WithName("bookings-cancel").RequireAccess(Access.SignedInOrLink)
            .WithSummary("Cancel a booking; the refund follows the policy unless an admin says otherwise")
            .WithQuery(
                new ParameterInfo("reason", $"For the record, at most {BookingRequest.MaxTextLength} characters."),
                new ParameterInfo("refund", "Admins and owners: full, none, or an amount in pence, whatever the policy says."))
            .ReturnsJson(BookingJson.Default.BookingResponse)
            .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);
        group.MapGet("bookings/{bookingId}/events", ListEventsAsync).WithName("bookings-events").RequireAccess(Access.Staff)
            .WithSummary("A booking's event record, oldest first")
            .ReturnsJson(BookingJson.Default.BookingEventsResponse);
        return group;
    }

    private static async Task<IResult> CreateAsync(HttpContext context, CreateBooking createBooking)
    {
        var (request, malformed) = RequestReader.Read(context.Json(), BookingJson.Default.BookingRequest);
        var keys = context.Request.Headers[IdempotencyKey];
        if (keys.Count > 1)
            malformed = [.. malformed, new FieldFault(IdempotencyKey, "duplicate", $"{IdempotencyKey} appears {keys.Count} times.")];
        var booked = await createBooking.ExecuteAsync(
            request with
            {
                IdempotencyKey = keys is [{ } key] ? key : null,
                // A request that is at fault is refused before its hash is looked at.
                RequestHash = malformed.Count == 0 ? CanonicalJson.Hash(context.Json()) : "",
                Malformed = malformed,
            },
            context.Caller(), context.RequestAborted);
        return booked.Succeeded
            ? ApiResults.Created(BookingResponse.From(booked.Value), BookingJson.Default.BookingResponse, $"/v1/bookings/{booked.Value.Booking.Id}")
            : ApiResults.Refused(booked.Refusal);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ListBookings listBookings, ICursorCodec cursors, WireTime wireTime)
    {
        var query = context.Query();
        var driver = query.Text("driverId");
        var filter = ReadFilter(query, EntityId.Find<DriverId>(driver), wireTime);
        var limit = query.Limit();
        var scope = ListScope.From(
            context, filter.Status?.ToString(), ListScope.Text(filter.From), ListScope.Text(filter.To), driver, filter.Text);
        var after = query.Cursor<BookingPosition>(cursors, scope);
        if (query.Faulty)
            return ApiResults.Refused(query.Faults.ToRefusal());
        // What is no driver's id matches no booking.
        var page = driver is not null && filter.DriverId is null
            ? new Page<BookingDetails, BookingPosition>([], null)
            : await listBookings.ExecuteAsync(filter, limit, after, context.Caller(), context.RequestAborted);
        return ApiResults.Ok(
            new BookingsResponse([.. page.Items.Select(BookingResponse.From)], PaginationResponse.From(limit, page.Next, cursors, scope)),
            BookingJson.Default.BookingsResponse);
    }

    private static async Task<IResult> GetAsync(string bookingId, HttpContext context, GetBooking getBooking)
    {
        var found = await getBooking.ExecuteAsync(bookingId, context.Caller(), context.RequestAborted);
        return ApiResults.Ok(found, BookingResponse.From, BookingJson.Default.BookingResponse);
    }

    private static async Task<IResult> AmendAsync(string bookingId, HttpContext context, AmendBooking amendBooking)
    {
        var (request, malformed) = RequestReader.Read(context.Json(), BookingJson.Default.AmendRequest);
        var amended = await amendBooking.ExecuteAsync(bookingId, request with { Malformed = malformed }, context.Caller(), context.RequestAborted);
        return ApiResults.Ok(amended, BookingResponse.From, BookingJson.Default.BookingResponse);
    }

    private static async Task<IResult> CancelAsync(string bookingId, HttpContext context, CancelBooking cancelBooking)
    {
        var query = context.Query();
        var reason = query.Text("reason", BookingRequest.MaxTextLength);
        var refund = ReadRefund(query);
        if (query.Faulty)
            return ApiResults.Refused(query.Faults.ToRefusal());
        var cancelled = await cancelBooking.ExecuteAsync(bookingId, reason, refund, context.Caller(), context.RequestAborted);
        return ApiResults.Ok(cancelled, BookingResponse.From, BookingJson.Default.BookingResponse);
    }

    private static async Task<IResult> ListEventsAsync(string bookingId, HttpContext context, ListBookingEvents listEvents)
    {
        var events = await listEvents.ExecuteAsync(bookingId, context.RequestAborted);
        return ApiResults.Ok(
            events, found => new BookingEventsResponse([.. found.Select(BookingEventResponse.From)]), BookingJson.Default.BookingEventsResponse);
    }

    private static BookingFilter ReadFilter(QueryReader query, DriverId? driverId, WireTime wireTime)
    {
        var from = query.Time("from", wireTime);
        var to = query.Time("to", wireTime);
        if (to < from)
            query.Faults.Add("to", "order", "to must not be before from.");
        return new BookingFilter(
            DriverId: driverId, Status: query.OneOf<BookingStatus>("status"), From: from, To: to, Text: query.Text("q"));
    }

    private static RefundOverride? ReadRefund(QueryReader query)
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
