using System.Text.Json.Serialization;
using Nots.Api.Bookings;
using Nots.Api.Quotes;

namespace Nots.Api.Json;

/// <summary>The shapes of the wire, compiled: what is sent is written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuoteBody))]
[JsonSerializable(typeof(QuoteAnswer))]
[JsonSerializable(typeof(VehicleClassesAnswer))]
[JsonSerializable(typeof(LocationsAnswer))]
[JsonSerializable(typeof(BookingBody))]
[JsonSerializable(typeof(AmendBody))]
[JsonSerializable(typeof(BookingAnswer))]
[JsonSerializable(typeof(BookingsAnswer))]
[JsonSerializable(typeof(BookingEventsAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
