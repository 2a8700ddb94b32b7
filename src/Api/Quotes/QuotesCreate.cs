using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Quotes;

namespace Nots.Api.Quotes;

/// <summary>Prices a journey.</summary>
public sealed class QuotesCreate(RequestQuote requestQuote) : IEndpoint
{
    private const int MostWaypoints = 3;

    public static EndpointInfo Info { get; } = new()
    {
        Name = "quotes-create",
        Tag = "Quotes",
        Method = HttpMethods.Post,
        Route = "v1/quotes",
        Summary = "Price a journey; the price holds for 15 minutes",
        Access = Access.Anyone,
        Handler = typeof(QuotesCreate),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.QuoteBody,
        ResponseShape = ApiJson.Default.QuoteAnswer,
        Success = StatusCodes.Status201Created,
        Refusals = [StatusCodes.Status502BadGateway],
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var quoted = await requestQuote.ExecuteAsync(Read(request.Json), request.Caller, request.Aborted);
        if (!quoted.Succeeded)
            return Answers.Refused(quoted.Refusal);
        var (quote, options) = quoted.Value;
        return Answers.Created(QuoteAnswer.Of(quote, options), ApiJson.Default.QuoteAnswer, $"/v1/quotes/{quote.Id}");
    }

    internal static QuoteRequest Read(JsonFields json) => new()
    {
        PickupLocation = json.Nested("pickupLocation", ReadLocation),
        DropoffLocation = json.Nested("dropoffLocation", ReadLocation),
        Waypoints = json.List("waypoints", MostWaypoints, new WaypointInput(new LocationInput(), null), ReadWaypoint),
        PickupTime = json.Text("pickupTime"),
        ReturnPickupTime = json.Text("returnPickupTime"),
        Passengers = json.WholeNumber("passengers"),
        Luggage = json.WholeNumber("luggage"),
        VehicleType = json.Text("vehicleType"),
        JourneyType = json.Text("journeyType"),
        Hours = json.WholeNumber("hours"),
        Compare = json.Flag("compare") ?? false,
        PromoCode = json.Text("promoCode"),
        CorporateAccountId = json.Text("corporateAccountId"),
        Malformed = json.End(),
    };

    private static LocationInput ReadLocation(JsonFields json) =>
        new(json.Text("address"), json.Number("latitude"), json.Number("longitude"), json.Text("placeId"));

    private static WaypointInput ReadWaypoint(JsonFields json) => new(ReadLocation(json), json.WholeNumber("waitMinutes"));
}
