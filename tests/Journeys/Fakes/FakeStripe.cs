using System.Net;
using System.Text.Json.Nodes;
using System.Web;

namespace Nots.Journeys.Tests.Fakes;

/// <summary>The Stripe simulator over the fake world.</summary>
internal sealed class FakeStripe(FakeWorld world) : JsonHandler
{
    protected override (HttpStatusCode Status, JsonNode Body) Answer(HttpRequestMessage request, string[] path, string body) =>
        (request.Method.Method, path) switch
        {
            ("GET", ["_sim", "ledger"]) => Ok(Ledger()),
            ("POST", ["v1", "payment_intents", var id, "confirm"]) => Confirm(Find(id), HttpUtility.ParseQueryString(body)["payment_method"]!),
            ("POST", ["_sim", "payment_intents", var id, "authenticate"]) => Authenticate(Find(id)),
            ("GET", ["v1", "charges"]) => Ok(List(Find(Intent(request)).Charges)),
            ("GET", ["v1", "refunds"]) => Ok(List(Find(Intent(request)).Refunds)),
            _ => Error(HttpStatusCode.NotFound, "", "There is no such thing."),
        };

    private static string Intent(HttpRequestMessage request) => HttpUtility.ParseQueryString(request.RequestUri!.Query)["payment_intent"]!;

    private static JsonObject List(int succeeded) =>
        new() { ["data"] = new JsonArray([new JsonObject { ["status"] = "failed" }, .. Enumerable.Range(0, succeeded).Select(_ => new JsonObject { ["status"] = "succeeded" })]) };

    private FakeBooking Find(string intent) => world.Bookings.Values.Single(booking => booking.IntentId == intent);

    private (HttpStatusCode, JsonNode) Confirm(FakeBooking booking, string card)
    {
        switch (card)
        {
            case "pm_card_chargeDeclined":
                booking.PaymentStatus = "failed";
                booking.Timeline.Add("payment_failed");
                return Error(HttpStatusCode.PaymentRequired, "card_declined", "Your card was declined.");
            case "pm_card_authenticationRequired":
                booking.Asked = true;
                return Ok(new JsonObject { ["status"] = "requires_action" });
            default:
                world.Paid(booking);
                return Ok(new JsonObject { ["status"] = "succeeded" });
        }
    }

    private (HttpStatusCode, JsonNode) Authenticate(FakeBooking booking)
    {
        if (!booking.Asked)
            return Error(HttpStatusCode.BadRequest, "", "Nobody is asked to authenticate.");
        world.Paid(booking);
        return Ok(new JsonObject { ["status"] = "succeeded" });
    }

    private JsonObject Ledger()
    {
        var bookings = new JsonObject();
        foreach (var booking in world.Bookings.Values.Where(booking => booking.LedgerCharged > 0))
            bookings[booking.Id] = new JsonArray(new JsonObject { ["charged"] = booking.LedgerCharged, ["refunded"] = booking.LedgerRefunded });
        return new JsonObject { ["totals"] = new JsonArray(), ["bookings"] = bookings };
    }
}
