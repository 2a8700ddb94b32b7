using System.Net;
using System.Text.Json.Nodes;

namespace Nots.Journeys.Tests.Fakes;

/// <summary>The platform's wire over the fake world.</summary>
internal sealed class FakePlatform(FakeWorld world) : JsonHandler
{
    private readonly Dictionary<string, DateTimeOffset> _quotes = [];
    private int _taken;

    protected override (HttpStatusCode Status, JsonNode Body) Answer(HttpRequestMessage request, string[] path, string body)
    {
        world.Catch();
        world.Requests.Add($"{request.Headers.Authorization?.Parameter} {request.Method} {request.RequestUri!.PathAndQuery}");
        var json = body.Length > 0 ? JsonNode.Parse(body)! : new JsonObject();
        return (request.Method.Method, path) switch
        {
            ("POST", ["dev", "token"]) => Ok(new JsonObject { ["access_token"] = ((string)json["user"]!).Split('@')[0] }),
            ("GET", ["dev", "mailbox"]) => Ok(new JsonObject { ["messages"] = Messages() }),
            ("POST", ["v1", "quotes"]) => Quote((DateTimeOffset)json["pickupTime"]!),
            ("POST", ["v1", "bookings"]) => Book(json),
            ("GET", ["v1", "bookings", var id]) => Ok(Show(world.Bookings[id])),
            ("PATCH", ["v1", "bookings", var id]) => Report(world.Bookings[id], (string)json["progress"]!),
            ("DELETE", ["v1", "bookings", var id]) => Cancel(world.Bookings[id]),
            ("POST", ["v1", "payments", "intents"]) => Intent(world.Bookings[(string)json["bookingId"]!]),
            ("GET", ["v1", "drivers"]) => Ok(Examples.With("drivers-list", new() { ["drivers"] = new JsonArray([.. world.Drivers.Select(Driver)]) })),
            ("GET", ["v1", "dispatch", "candidates"]) => Ok(new JsonObject { ["candidates"] = new JsonArray([.. world.Drivers.Select(Candidate)]) }),
            ("POST", ["v1", "dispatch", "assign"]) => Assign(world.Bookings[(string)json["bookingId"]!], (string)json["driverId"]!),
            ("GET", ["v1", "ops", "orchestrations", var id]) => Ok(Orchestration(world.Bookings[id])),
            _ => Error(HttpStatusCode.NotFound, "NOT_FOUND", "There is no such thing."),
        };
    }

    private static JsonNode Driver(string id) =>
        Examples.With("drivers-get", new() { ["driverId"] = id, ["email"] = id == FakeWorld.DriverOne ? "driver@nots.test" : $"{id}@nots.test" });

    private static JsonNode Candidate(string id, int index) => Examples.EntryWith("dispatch-candidates", "candidates", new()
    {
        ["driverId"] = id,
        ["vehicleId"] = $"vehicle_of_{id}",
        ["eligible"] = true,
        ["rank"] = index + 1,
        ["gates"] = new JsonArray(),
    });

    private static JsonObject Show(FakeBooking booking) => Examples.With("dispatch-assign", new()
    {
        ["bookingId"] = booking.Id,
        ["bookingReference"] = booking.Reference,
        ["status"] = booking.Status,
        ["journey"] = new JsonObject
        {
            ["pickupLocation"] = new JsonObject { ["address"] = "A", ["latitude"] = 50.7, ["longitude"] = -1.9 },
            ["dropoffLocation"] = new JsonObject { ["address"] = "B", ["latitude"] = 50.8, ["longitude"] = -1.8 },
            ["pickupTime"] = booking.PickupAt,
        },
        ["driver"] = booking.DriverId is null ? null : new JsonObject { ["driverId"] = booking.DriverId },
        ["payment"] = new JsonObject
        {
            ["method"] = booking.Method,
            ["status"] = booking.PaymentStatus,
            ["amount"] = booking.Amount,
            ["refunded"] = booking.Refunded,
            ["paymentIntentId"] = booking.Method == "card" ? booking.IntentId : null,
        },
        ["heldUntil"] = booking.Status == "pending" ? booking.HeldUntil : null,
        ["timeline"] = new JsonArray([.. booking.Timeline.Select(entry => new JsonObject { ["at"] = booking.PickupAt, ["event"] = entry })]),
    });

    private (HttpStatusCode, JsonNode) Quote(DateTimeOffset pickupAt)
    {
        if (pickupAt < world.Time.GetUtcNow() + world.MinimumNotice - TimeSpan.FromMinutes(1))
        {
            var field = new JsonObject { ["field"] = "pickupTime", ["constraint"] = "notice", ["message"] = "pickupTime must be later." };
            return Error(HttpStatusCode.BadRequest, "INVALID_REQUEST", "The request has faults.", new JsonObject { ["fields"] = new JsonArray(field) });
        }
        var id = $"quote_{_quotes.Count + 1:000000}";
        _quotes[id] = pickupAt;
        return (HttpStatusCode.Created, Examples.With("quotes-create", new()
        {
            ["quoteId"] = id,
            ["pricing"] = new JsonObject { ["breakdown"] = new JsonObject { ["total"] = 1229 } },
        }));
    }

    private (HttpStatusCode, JsonNode) Book(JsonNode json)
    {
        var quote = (string)json["quoteId"]!;
        var booking = new FakeBooking
        {
            Id = quote.Replace("quote", "booking", StringComparison.Ordinal),
            Method = (string)json["paymentMethod"]!,
            Amount = 1229,
            PickupAt = _quotes[quote],
            HeldUntil = world.Time.GetUtcNow() + world.PaymentHold,
        };
        booking.Timeline.Add("created");
        if (booking.Method != "card")
            (booking.Status, booking.PaymentStatus) = ("confirmed", "not_required");
        world.Bookings[booking.Id] = booking;
        return (HttpStatusCode.Created, Show(booking));
    }

    private static (HttpStatusCode, JsonNode) Intent(FakeBooking booking) => (HttpStatusCode.Created, Examples.With("payments-intent", new()
    {
        ["paymentIntentId"] = booking.IntentId,
        ["clientSecret"] = $"{booking.IntentId}_secret",
        ["amount"] = booking.Amount,
    }));

    private (HttpStatusCode, JsonNode) Assign(FakeBooking booking, string driverId)
    {
        if (_taken++ < world.Mischief.DriversTaken)
            return Error(HttpStatusCode.Conflict, "CONFLICT", "The driver is taken.", new JsonObject { ["gate"] = "driver_overlapping_job" });
        (booking.Status, booking.DriverId) = ("assigned", driverId);
        booking.Timeline.Add("driver_assigned");
        return Ok(Show(booking));
    }

    private (HttpStatusCode, JsonNode) Report(FakeBooking booking, string step)
    {
        var now = world.Time.GetUtcNow();
        if (step == "no_show" && Later(booking.ArrivedAt!.Value, booking.PickupAt) + world.FreeWaiting is var end && now < end)
            return Error(HttpStatusCode.Conflict, "CONFLICT", "The free waiting time is not over.", new JsonObject { ["freeWaitingEnds"] = end.ToString("O") });
        booking.Progress = step;
        booking.ArrivedAt = step == "arrived" ? now : booking.ArrivedAt;
        booking.Status = step is "completed" or "no_show" ? step : "in_progress";
        booking.Timeline.Add(step);
        return Ok(Show(booking));
    }

    private (HttpStatusCode, JsonNode) Cancel(FakeBooking booking)
    {
        var percent = booking switch
        {
            { Status: "in_progress" } => 0,
            _ when booking.PickupAt - world.Time.GetUtcNow() >= TimeSpan.FromHours(2) => 100,
            _ => 50,
        };
        var due = booking.PaymentStatus == "completed" ? (long)Math.Round(booking.Amount * percent / 100m, MidpointRounding.AwayFromZero) : 0;
        if (due > 0)
        {
            booking.Refunds = 1;
            booking.Refunded = due - world.Mischief.RefundedTooLittle;
            booking.LedgerRefunded = booking.Refunded;
        }
        booking.Status = "cancelled";
        booking.PaymentStatus = booking switch
        {
            { Refunded: > 0 } => percent == 100 ? "refunded" : "partially_refunded",
            { PaymentStatus: "pending" or "failed" } => "cancelled",
            _ => booking.PaymentStatus,
        };
        booking.Timeline.Add("cancelled");
        return Ok(Show(booking));
    }

    private JsonObject Orchestration(FakeBooking booking) => Examples.With("ops-orchestrations-get", new()
    {
        ["status"] = !booking.Ended ? "running" : world.Mischief.OrchestrationsStay ?? "completed",
        ["customStatus"] = new JsonObject { ["lastError"] = world.Mischief.OrchestrationsStay is null ? null : "Stripe is away." },
        ["failure"] = null,
    });

    private JsonArray Messages()
    {
        var templates = new Dictionary<string, string>
        {
            ["confirmed"] = "booking-confirmed",
            ["payment_failed"] = "payment-failed",
            ["driver_assigned"] = "driver-assigned",
            ["en_route"] = "driver-en-route",
            ["arrived"] = "driver-arrived",
            ["completed"] = "journey-completed",
            ["no_show"] = "no-show",
            ["cancelled"] = "booking-cancelled",
        };
        var messages = new JsonArray();
        foreach (var booking in world.Bookings.Values)
        {
            var entries = booking.Method == "card" ? booking.Timeline : booking.Timeline.Select(entry => entry == "created" ? "confirmed" : entry);
            foreach (var template in entries.Select(templates.GetValueOrDefault).OfType<string>().Where(template => template != world.Mischief.TemplateForgotten))
            {
                foreach (var channel in (string[])["email", "sms"])
                {
                    for (var copy = 0; copy < (template == world.Mischief.TemplateSentTwice ? 2 : 1); copy++)
                        messages.Add(new JsonObject { ["channel"] = channel, ["to"] = "x", ["template"] = template, ["bookingId"] = booking.Id });
                }
            }
        }
        return messages;
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
