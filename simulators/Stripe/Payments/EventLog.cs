using System.Buffers;
using System.Text.Json;
using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Webhooks;

namespace Nots.StripeSimulator.Payments;

/// <summary>Writes what happened, in the transaction in which it happens.</summary>
internal sealed class EventLog(Ids ids, WebhookEndpoint endpoint)
{
    /// <param name="subject">The object as it is now.</param>
    /// <param name="previous">Writes the fields that changed, as they were; null where Stripe sends none.</param>
    public void Record(ApiCall call, string type, byte[] subject, Action<Utf8JsonWriter>? previous = null)
    {
        var id = ids.New("evt_");
        var deliver = endpoint.Settings.Wants(type);
        var body = new ArrayBufferWriter<byte>(subject.Length + 512);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("object", "event");
            json.WriteString("api_version", StripeApi.Version);
            json.WriteNumber("created", call.NowSeconds);
            WriteData(json, subject, previous);
            json.WriteBoolean("livemode", false);
            json.WriteNumber("pending_webhooks", deliver ? 1 : 0);
            json.WriteStartObject("request");
            json.WriteString("id", call.RequestId);
            json.WriteString("idempotency_key", call.IdempotencyKey);
            json.WriteEndObject();
            json.WriteString("type", type);
            json.WriteEndObject();
        }

        call.Database.InsertEvent(id, type, call.Now, body.WrittenSpan.ToArray(), deliver);
    }

    private static void WriteData(Utf8JsonWriter json, byte[] subject, Action<Utf8JsonWriter>? previous)
    {
        json.WriteStartObject("data");
        json.WritePropertyName("object");
        json.WriteRawValue(subject, skipInputValidation: true);
        if (previous is not null)
        {
            json.WriteStartObject("previous_attributes");
            previous(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
