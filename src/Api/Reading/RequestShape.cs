using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nots.Api.Reading;

/// <summary>What a field of a request must be.</summary>
internal enum FieldKind
{
    Text,
    Flag,
    WholeNumber,
    Number,
    Object,
    List,

    /// <summary>Any JSON.</summary>
    Any,
}

/// <summary>A field of a request: its name, its type, and what its attributes ask of it.</summary>
internal sealed record RequestField(string Name, FieldKind Kind, Type Type)
{
    public bool Required { get; init; }

    /// <summary>Characters of a string or items of a list.</summary>
    public int? MaxLength { get; init; }

    public (double Min, double Max)? Range { get; init; }

    /// <summary>What a string must be one of; null for anything.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Of an object, or of the objects in a list.</summary>
    public RequestShape? Nested { get; init; }
}

/// <summary>The fields of a request record, worked out once from its <see cref="JsonTypeInfo"/> and its validation attributes.</summary>
internal sealed class RequestShape
{
    private static readonly ConcurrentDictionary<Type, RequestShape> Shapes = new();

    private RequestShape(IReadOnlyList<RequestField> fields) => Fields = fields;

    public IReadOnlyList<RequestField> Fields { get; }

    /// <exception cref="NotSupportedException">A property's type is none that requests have.</exception>
    public static RequestShape For(JsonTypeInfo record) =>
        Shapes.TryGetValue(record.Type, out var known) ? known : Shapes.GetOrAdd(record.Type, new RequestShape([.. record.Properties.Where(IsSent).Select(FieldOf)]));

    /// <summary>What is ignored is no part of the JSON.</summary>
    private static bool IsSent(JsonPropertyInfo property) => property.Get is not null || property.Set is not null;

    private static RequestField FieldOf(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var info = property.Options.GetTypeInfo(property.PropertyType);
        var kind = KindOf(type, info);
        return new RequestField(property.Name, kind, type)
        {
            Required = Attribute<RequiredAttribute>(property) is not null,
            MaxLength = Attribute<MaxLengthAttribute>(property)?.Length,
            Range = Attribute<RangeAttribute>(property) is { } range ? (Convert.ToDouble(range.Minimum, null), Convert.ToDouble(range.Maximum, null)) : null,
            Values = Attribute<AllowedValuesAttribute>(property)?.Values.OfType<string>().ToArray(),
            Nested = kind switch
            {
                FieldKind.Object => For(info),
                FieldKind.List => For(property.Options.GetTypeInfo(info.ElementType!)),
                _ => null,
            },
        };
    }

    private static FieldKind KindOf(Type type, JsonTypeInfo info) => info.Kind switch
    {
        JsonTypeInfoKind.Object => FieldKind.Object,
        JsonTypeInfoKind.Enumerable => FieldKind.List,
        _ when type == typeof(string) => FieldKind.Text,
        _ when type == typeof(bool) => FieldKind.Flag,
        _ when type == typeof(int) || type == typeof(long) => FieldKind.WholeNumber,
        _ when type == typeof(double) => FieldKind.Number,
        _ when type == typeof(JsonElement) => FieldKind.Any,
        _ => throw new NotSupportedException($"A request cannot have a {type.Name}."),
    };

    private static T? Attribute<T>(JsonPropertyInfo property)
        where T : Attribute => property.AttributeProvider?.GetCustomAttributes(typeof(T), true).OfType<T>().FirstOrDefault();
}
