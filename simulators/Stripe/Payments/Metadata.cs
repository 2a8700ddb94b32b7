using Nots.StripeSimulator.Http;

namespace Nots.StripeSimulator.Payments;

/// <summary>What the merchant writes on an object, within Stripe's limits: 50 keys of 40 characters, values of 500.</summary>
internal static class Metadata
{
    private const string Name = "metadata";

    /// <summary>The old values with the request's over them: an empty value takes a key away, <c>metadata=</c> all of them.</summary>
    public static IReadOnlyDictionary<string, string> Read(Parameters parameters, IReadOnlyDictionary<string, string>? old = null)
    {
        var values = new Dictionary<string, string>();
        if (old is not null && !parameters.Has(Name))
        {
            foreach (var (key, value) in old)
                values[key] = value;
        }

        foreach (var (key, value) in parameters.Members(Name))
        {
            Check(key, value);
            if (value.Length == 0)
                values.Remove(key);
            else
                values[key] = value;
        }

        return values.Count <= 50
            ? values
            : throw ApiException.Invalid("Metadata can have at most 50 keys.", Name);
    }

    /// <summary>The booking that an object is for; empty when it names none.</summary>
    public static string Booking(IReadOnlyDictionary<string, string> metadata) =>
        metadata.GetValueOrDefault("bookingId") ?? metadata.GetValueOrDefault("booking_id") ?? "";

    private static void Check(string key, string value)
    {
        if (key.Length is 0 or > 40)
            throw ApiException.Invalid($"Metadata keys must be 1 to 40 characters: '{key}'.", Name);
        if (value.Length > 500)
            throw ApiException.Invalid($"Metadata values must be at most 500 characters: '{key}'.", $"{Name}[{key}]");
    }
}
