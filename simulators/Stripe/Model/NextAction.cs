using System.Text.Json.Serialization;

namespace Nots.StripeSimulator.Model;

/// <summary>What the customer has to do: 3-D Secure, on a page of the bank.</summary>
/// <param name="Type"><c>redirect_to_url</c> when a return URL was given, otherwise <c>use_stripe_sdk</c>.</param>
internal sealed record NextAction(string Type)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RedirectToUrl? RedirectToUrl { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UseStripeSdk? UseStripeSdk { get; init; }
}
