using System.Text.Json;
using System.Text.Json.Serialization;
using Nots.Domain.Common;

namespace Nots.Application.Common;

/// <summary>Writes typed ids as the strings that they are, and reads them back with a check of their prefix.</summary>
public sealed class EntityIdJsonConverter : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> Converters = new()
    {
        [typeof(BookingId)] = new Converter<BookingId>(),
        [typeof(QuoteId)] = new Converter<QuoteId>(),
        [typeof(DriverId)] = new Converter<DriverId>(),
        [typeof(VehicleId)] = new Converter<VehicleId>(),
        [typeof(PaymentId)] = new Converter<PaymentId>(),
    };

    public override bool CanConvert(Type typeToConvert) => Converters.ContainsKey(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Converters[typeToConvert];

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct, IEntityId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && EntityId.TryParse<TId>(reader.GetString(), out var id)
                ? id
                : throw new JsonException($"This is not an id that begins with {TId.Prefix}.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
