using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Nots.StripeSimulator.Tests.Typing;

/// <summary>What a running simulator said, each object with the TypeScript type that it must have.</summary>
internal sealed class Recording
{
    private readonly StringBuilder _source = new(
        """
        import type Stripe from 'stripe';
        import type { Closed, Member } from '../../closed';

        """);

    private int _count;

    public string Source => _source.ToString();

    /// <param name="type">Of TypeScript, such as <c>Stripe.Refund</c>.</param>
    public void Add(string type, string json) =>
        _source.Append(CultureInfo.InvariantCulture, $"export const x{_count++}: Closed<{type}> = {json};\n");

    public void Add(string type, JsonNode json) => Add(type, json.ToJsonString());

    /// <summary>An event's type is named by what happened: <c>refund.created</c> is a <c>RefundCreatedEvent</c>.</summary>
    public void AddEvent(string json)
    {
        var happened = (string)JsonNode.Parse(json)!["type"]!;
        var words = happened.Split('.', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]);
        Add($"Stripe.{string.Concat(words)}Event", json);
    }

    /// <summary>A request's parameter: <c>a[b]</c> must be a member of the type's member.</summary>
    public void AddParameter(string type, string name)
    {
        var path = name.Replace("[*]", "", StringComparison.Ordinal).Split('[', ']').Where(step => step.Length > 0);
        var member = path.Aggregate(type, (outer, step) => $"Member<{outer}, '{step}'>");
        _source.Append(CultureInfo.InvariantCulture, $"export type P{_count++} = {member};\n");
    }
}
