using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;
using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Payments;

/// <summary>Objects and lists, as they are kept.</summary>
internal static class Reading
{
    /// <summary>The parameters that every list has.</summary>
    public static readonly string[] ListParameters =
    [
        "created", "created[gt]", "created[gte]", "created[lt]", "created[lte]", "ending_before", "expand[*]", "limit", "starting_after",
    ];

    private const int DefaultLimit = 10;
    private const int MaxLimit = 100;

    public static Answer Intent(ApiCall call)
    {
        call.Parameters.RefuseUnknown("client_secret", "expand[*]");
        return Answer.Ok(JsonSerializer.SerializeToUtf8Bytes(IntentReader.Read(call), WireJson.Default.PaymentIntent));
    }

    public static Func<ApiCall, Answer> Object(string kind) => call =>
    {
        call.Parameters.RefuseUnknown("expand[*]");
        return Answer.Ok(call.Database.FindBody(kind, call.Id) ?? throw ApiException.NotFound(kind, call.Id, "id"));
    };

    /// <summary>An event says how many deliveries of it are still to be made.</summary>
    public static Answer Event(ApiCall call)
    {
        call.Parameters.RefuseUnknown("expand[*]");
        return Answer.Ok(WithPending(call.Database, call.Database.FindBody(Kinds.Event, call.Id) ?? throw ApiException.NotFound(Kinds.Event, call.Id, "id")));
    }

    public static Answer Intents(ApiCall call) => List(call, Kinds.PaymentIntent.Name, "/v1/payment_intents");

    public static Answer Charges(ApiCall call) =>
        List(call, Kinds.Charge.Name, "/v1/charges", call.Parameters.Text("payment_intent"), "payment_intent");

    public static Answer Refunds(ApiCall call) => List(call, Kinds.Refund.Name, "/v1/refunds", ReadCharge(call), "charge", "payment_intent");

    public static Answer Disputes(ApiCall call) => List(call, Kinds.Dispute.Name, "/v1/disputes", ReadCharge(call), "charge", "payment_intent");

    public static Answer Events(ApiCall call) => List(call, Kinds.Event, "/v1/events", call.Parameters.Text("type"), "type");

    private static Answer List(ApiCall call, string kind, string url, string? link = null, params ReadOnlySpan<string> filters)
    {
        var parameters = call.Parameters;
        parameters.RefuseUnknown([.. ListParameters, .. filters]);
        var (bodies, more) = call.Database.List(kind, ReadQuery(call, kind, link));
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("object", "list");
            writer.WriteStartArray("data");
            foreach (var body in bodies)
                writer.WriteRawValue(kind == Kinds.Event ? WithPending(call.Database, body) : body, skipInputValidation: true);
            writer.WriteEndArray();
            writer.WriteBoolean("has_more", more);
            writer.WriteString("url", url);
            writer.WriteEndObject();
        }

        return Answer.Ok(json.WrittenSpan.ToArray());
    }

    private static ListQuery ReadQuery(ApiCall call, string kind, string? link)
    {
        var parameters = call.Parameters;
        var limit = parameters.Number("limit") ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
            throw ApiException.Invalid($"Invalid limit: must be between 1 and {MaxLimit}.", "limit", "parameter_invalid_integer");
        if (parameters.Has("starting_after") && parameters.Has("ending_before"))
            throw ApiException.Invalid("You may only specify one of these parameters: starting_after, ending_before.");
        var exactly = parameters.Number("created");
        var from = new[] { exactly, parameters.Number("created[gte]"), parameters.Number("created[gt]") + 1 }.Max();
        var to = new[] { exactly, parameters.Number("created[lte]"), parameters.Number("created[lt]") - 1 }.Min();
        return new ListQuery(
            (int)limit, Cursor(call, kind, "starting_after"), Cursor(call, kind, "ending_before"), from ?? 0, to ?? long.MaxValue, link);
    }

    private static (long, long)? Cursor(ApiCall call, string kind, string name) => call.Parameters.Text(name) is { } id
        ? call.Database.FindPosition(kind, id) ?? throw ApiException.NoSuchReference(kind, id, name)
        : null;

    /// <summary>Refunds and disputes hang on charges; an intent's are those of its last charge, the only one that took money.</summary>
    private static string? ReadCharge(ApiCall call)
    {
        if (call.Parameters.Text("charge") is { } charge)
            return charge;
        if (call.Parameters.Text("payment_intent") is not { } id)
            return null;
        var intent = call.Database.Find(Kinds.PaymentIntent, id)
            ?? throw ApiException.NoSuchReference(IntentReader.Label, id, "payment_intent");
        return intent.LatestCharge ?? "";
    }

    private static byte[] WithPending(Database database, byte[] body)
    {
        var json = JsonNode.Parse(body)!.AsObject();
        json["pending_webhooks"] = database.IsPending((string)json["id"]!) ? 1 : 0;
        return JsonSerializer.SerializeToUtf8Bytes(json, WireJson.Default.JsonObject);
    }
}
