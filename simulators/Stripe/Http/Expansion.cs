using System.Text.Json;
using System.Text.Json.Nodes;
using Nots.StripeSimulator.Model;
using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Http;

/// <summary><c>expand[]</c>: puts an object where its id is, along paths such as <c>data.latest_charge</c>.</summary>
internal static class Expansion
{
    private const int MaxDepth = 4;

    public static Answer Apply(Answer answer, ApiCall call)
    {
        var paths = call.Parameters.Members("expand").Select(member => member.Value).ToList();
        if (paths.Count == 0 || answer.Status != 200)
            return answer;
        var json = JsonNode.Parse(answer.Body)!.AsObject();
        foreach (var path in paths)
        {
            var steps = path.Split('.');
            if (steps.Length > MaxDepth)
                throw ApiException.Invalid($"You cannot expand more than {MaxDepth} levels of a property. Property: {path}", "expand");
            Expand(call.Database, json, steps, path);
        }

        return answer with { Body = JsonSerializer.SerializeToUtf8Bytes(json, WireJson.Default.JsonObject) };
    }

    private static void Expand(Database database, JsonNode node, ReadOnlySpan<string> steps, string path)
    {
        if (steps.IsEmpty)
            return;
        if (node is JsonArray list)
        {
            foreach (var item in list.ToList())
                Expand(database, item!, steps, path);
            return;
        }

        if (node is not JsonObject owner || !TryFind(database, owner, steps[0], out var value))
            throw ApiException.Invalid($"This property cannot be expanded ({path}).", "expand");
        if (value is not null)
            Expand(database, value, steps[1..], path);
    }

    private static bool TryFind(Database database, JsonObject owner, string name, out JsonNode? value)
    {
        if (name == "refunds" && (string?)owner["object"] == Kinds.Charge.Name)
        {
            value = owner[name] ??= RefundsOf(database, (string)owner["id"]!);
            return true;
        }

        if (!owner.TryGetPropertyValue(name, out value))
            return false;
        if (value is null or JsonArray or JsonObject)
            return true;
        if (KindOf(name) is not { } kind || database.FindBody(kind, (string)value!) is not { } body)
            return false;
        owner[name] = value = JsonNode.Parse(body);
        return true;
    }

    private static string? KindOf(string property) => property switch
    {
        "latest_charge" or "charge" => Kinds.Charge.Name,
        "payment_intent" => Kinds.PaymentIntent.Name,
        "payment_method" => Kinds.PaymentMethod.Name,
        _ => null,
    };

    private static JsonObject RefundsOf(Database database, string charge)
    {
        var (bodies, more) = database.List(Kinds.Refund.Name, new ListQuery(10, null, null, 0, long.MaxValue, charge));
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. bodies.Select(body => JsonNode.Parse(body))]),
            ["has_more"] = more,
            ["url"] = $"/v1/charges/{charge}/refunds",
        };
    }
}
