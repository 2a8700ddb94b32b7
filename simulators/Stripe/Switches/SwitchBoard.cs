using System.Text.Json;
using System.Text.Json.Nodes;
using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;
using Nots.StripeSimulator.Store;
using Nots.StripeSimulator.Webhooks;

namespace Nots.StripeSimulator.Switches;

/// <summary>What tests may ask of the simulator besides Stripe's API. The README beside the project lists it.</summary>
internal sealed class SwitchBoard(WebhookSwitch webhooks, FaultSwitch faults, WebhookEndpoint endpoint, Dispatcher dispatcher)
{
    private const int MaxDelayMilliseconds = 600_000;

    /// <summary><c>GET /_sim</c>: how it is set and what it has done.</summary>
    public Answer Show(ApiCall call)
    {
        var settings = endpoint.Settings;
        return Json(new JsonObject
        {
            ["api_version"] = StripeApi.Version,
            ["webhook_url"] = settings.Url?.ToString(),
            ["webhook_secrets"] = settings.Secrets.Count,
            ["webhook_events"] = ToArray(settings.Events),
            ["webhooks"] = new JsonArray([.. webhooks.Current.Select(ToJson)]),
            ["faults"] = new JsonArray([.. faults.Current.Select(ToJson)]),
            ["deliveries"] = new JsonObject
            {
                ["pending"] = call.Database.CountPendingDeliveries(),
                ["delivered"] = dispatcher.Counts.Delivered,
                ["failed_tries"] = dispatcher.Counts.Failed,
                ["dropped"] = dispatcher.Counts.Dropped,
                ["given_up"] = dispatcher.Counts.GivenUp,
            },
        });
    }

    /// <summary><c>POST /_sim/webhooks</c>: disturbs deliveries from now on.</summary>
    public Answer AddWebhookRule(ApiCall call)
    {
        var parameters = call.Parameters;
        parameters.RefuseUnknown("mode", "type", "next", "delay_ms", "window");
        var mode = Enum.Parse<WebhookMode>(
            parameters.OneOf("mode", "delay", "drop", "duplicate", "reorder") ?? throw ApiException.Missing("mode"), ignoreCase: true);
        webhooks.Add(new WebhookRule(
            mode,
            parameters.Text("type"),
            parameters.Has("next") ? Between(parameters, "next", 1, 1_000_000, 1) : null,
            TimeSpan.FromMilliseconds(Between(parameters, "delay_ms", 1, MaxDelayMilliseconds, 1000)),
            Between(parameters, "window", 2, 1000, 2)));
        return Show(call);
    }

    public Answer ClearWebhookRules(ApiCall call)
    {
        webhooks.Clear();
        return Show(call);
    }

    /// <summary><c>POST /_sim/faults</c>: makes the next API calls fail.</summary>
    public Answer AddFault(ApiCall call)
    {
        var parameters = call.Parameters;
        parameters.RefuseUnknown("fault", "path", "next", "when", "delay_ms");
        var kind = (parameters.OneOf("fault", "error", "rate_limit", "lock_timeout", "timeout", "reset", "slow") ?? throw ApiException.Missing("fault"))
            switch
        {
            "error" => FaultKind.Error,
            "rate_limit" => FaultKind.RateLimit,
            "lock_timeout" => FaultKind.LockTimeout,
            "timeout" => FaultKind.Timeout,
            "reset" => FaultKind.Reset,
            _ => FaultKind.Slow,
        };
        faults.Add(new Fault(
            kind,
            parameters.Text("path") ?? "/v1/",
            Between(parameters, "next", 1, 1_000_000, 1),
            parameters.OneOf("when", "before", "after") == "after",
            TimeSpan.FromMilliseconds(Between(parameters, "delay_ms", 1, MaxDelayMilliseconds, kind == FaultKind.Timeout ? 120_000 : 1000))));
        return Show(call);
    }

    public Answer ClearFaults(ApiCall call)
    {
        faults.Clear();
        return Show(call);
    }

    /// <summary><c>POST /_sim/settings</c>: another receiver, other secrets (a rotation), other types of event.</summary>
    public Answer Set(ApiCall call)
    {
        var parameters = call.Parameters;
        parameters.RefuseUnknown("webhook_url", "webhook_secrets[*]", "webhook_events[*]");
        var secrets = parameters.Members("webhook_secrets").Select(member => member.Value).ToList();
        var events = parameters.Members("webhook_events").Select(member => member.Value).ToList();
        var next = new SimulatorOptions
        {
            DataFolder = ".",
            WebhookUrl = parameters.Has("webhook_url") ? parameters.Text("webhook_url") ?? "" : endpoint.Settings.Url?.ToString() ?? "",
            WebhookSecrets = secrets.Count > 0 ? secrets : endpoint.Settings.Secrets,
            WebhookEvents = events.Count > 0 ? events : endpoint.Settings.Events,
        };
        if (next.Faults() is [var fault, ..])
            throw ApiException.Invalid(fault);
        endpoint.Settings = WebhookSettings.From(next);
        return Show(call);
    }

    /// <summary><c>GET /_sim/ledger</c>: the money, in all and by booking; <c>?booking=</c> for one.</summary>
    public static Answer Ledger(ApiCall call)
    {
        call.Parameters.RefuseUnknown("booking");
        var lines = call.Database.Ledger(call.Parameters.Text("booking"));
        var totals = lines.GroupBy(line => line.Currency).Select(group => ToJson(new LedgerLine(
            "",
            group.Key,
            group.Sum(line => line.Intents),
            group.Sum(line => line.Charged),
            group.Sum(line => line.Refunded),
            group.Sum(line => line.Disputed))));
        var bookings = new JsonObject();
        foreach (var group in lines.GroupBy(line => line.Booking))
            bookings[group.Key] = new JsonArray([.. group.Select(ToJson)]);
        return Json(new JsonObject { ["totals"] = new JsonArray([.. totals]), ["bookings"] = bookings });
    }

    /// <summary><c>POST /_sim/reset</c>: as new, but for the settings.</summary>
    public Answer Reset(ApiCall call)
    {
        call.Parameters.RefuseUnknown();
        webhooks.Clear();
        faults.Clear();
        dispatcher.Clear();
        call.Database.Clear();
        return Show(call);
    }

    private static int Between(Parameters parameters, string name, int least, int most, int usual)
    {
        var value = parameters.Number(name) ?? usual;
        return value >= least && value <= most
            ? (int)value
            : throw ApiException.Invalid($"{name} must be between {least} and {most}.", name);
    }

    private static JsonNode ToJson(LedgerLine line) => new JsonObject
    {
        ["currency"] = line.Currency,
        ["intents"] = line.Intents,
        ["charged"] = line.Charged,
        ["refunded"] = line.Refunded,
        ["net"] = line.Net,
        ["disputed"] = line.Disputed,
    };

    private static JsonNode ToJson(WebhookRule rule) => new JsonObject
    {
        ["mode"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.Mode.ToString()),
        ["type"] = rule.Type,
        ["next"] = rule.Next,
        ["delay_ms"] = (long)rule.Delay.TotalMilliseconds,
        ["window"] = rule.Window,
    };

    private static JsonNode ToJson(Fault fault) => new JsonObject
    {
        ["fault"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.Kind.ToString()),
        ["path"] = fault.Path,
        ["next"] = fault.Next,
        ["when"] = fault.AfterWork ? "after" : "before",
        ["delay_ms"] = (long)fault.Delay.TotalMilliseconds,
    };

    private static JsonArray ToArray(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static Answer Json(JsonObject json) => Answer.Ok(JsonSerializer.SerializeToUtf8Bytes(json, WireJson.Default.JsonObject));
}
