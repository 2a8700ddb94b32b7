using System.Text.Json.Serialization.Metadata;

namespace Nots.StripeSimulator.Model;

/// <summary>A kind of object: its name on the wire and how it is written.</summary>
internal sealed record Kind<T>(string Name, JsonTypeInfo<T> Json)
    where T : IStripeObject;
