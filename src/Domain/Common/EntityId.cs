using System.Diagnostics.CodeAnalysis;

namespace Nots.Domain.Common;

/// <summary>
/// An id that says by its type, and by its prefix, what it identifies, so that no two kinds can be mistaken for each other. It is
/// made by parsing alone; nothing converts from a string by itself.
/// </summary>
/// <typeparam name="TSelf">The kind of id.</typeparam>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>What an id of this kind begins with, the underscore included.</summary>
    static abstract string Prefix { get; }

    /// <summary>As it is stored and sent.</summary>
    string Value { get; }

    /// <summary>The id that a text stands for, whose prefix was checked.</summary>
    internal static abstract TSelf Create(string value);
}

/// <summary>Reads ids where they enter.</summary>
public static class EntityId
{
    /// <summary>Whether a text is an id of this kind: its prefix, and something after it.</summary>
    public static bool TryParse<TId>([NotNullWhen(true)] string? text, out TId id)
        where TId : struct, IEntityId<TId>
    {
        var matches = text is not null && text.Length > TId.Prefix.Length && text.StartsWith(TId.Prefix, StringComparison.Ordinal);
        id = matches ? TId.Create(text!) : default;
        return matches;
    }

    /// <summary>The id; null for a text that is no id of this kind, and so identifies nothing.</summary>
    public static TId? Find<TId>(string? text)
        where TId : struct, IEntityId<TId> => TryParse<TId>(text, out var id) ? id : null;

    /// <exception cref="FormatException">The text is no id of this kind.</exception>
    public static TId Parse<TId>(string text)
        where TId : struct, IEntityId<TId> =>
        TryParse<TId>(text, out var id) ? id : throw new FormatException($"'{text}' is not an id that begins with {TId.Prefix}.");
}

/// <summary>A booking's id; also that of its orchestration.</summary>
public readonly record struct BookingId : IEntityId<BookingId>
{
    private BookingId(string value) => Value = value;

    public static string Prefix => "booking_";

    public string Value { get; }

    /// <inheritdoc cref="EntityId.Parse{TId}"/>
    public static BookingId Parse(string text) => EntityId.Parse<BookingId>(text);

    public static bool TryParse([NotNullWhen(true)] string? text, out BookingId id) => EntityId.TryParse(text, out id);

    static BookingId IEntityId<BookingId>.Create(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A quote's id.</summary>
public readonly record struct QuoteId : IEntityId<QuoteId>
{
    private QuoteId(string value) => Value = value;

    public static string Prefix => "quote_";

    public string Value { get; }

    /// <inheritdoc cref="EntityId.Parse{TId}"/>
    public static QuoteId Parse(string text) => EntityId.Parse<QuoteId>(text);

    public static bool TryParse([NotNullWhen(true)] string? text, out QuoteId id) => EntityId.TryParse(text, out id);

    static QuoteId IEntityId<QuoteId>.Create(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A driver's id.</summary>
public readonly record struct DriverId : IEntityId<DriverId>
{
    private DriverId(string value) => Value = value;

    public static string Prefix => "driver_";

    public string Value { get; }

    /// <inheritdoc cref="EntityId.Parse{TId}"/>
    public static DriverId Parse(string text) => EntityId.Parse<DriverId>(text);

    public static bool TryParse([NotNullWhen(true)] string? text, out DriverId id) => EntityId.TryParse(text, out id);

    static DriverId IEntityId<DriverId>.Create(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A vehicle's id.</summary>
public readonly record struct VehicleId : IEntityId<VehicleId>
{
    private VehicleId(string value) => Value = value;

    public static string Prefix => "vehicle_";

    public string Value { get; }

    /// <inheritdoc cref="EntityId.Parse{TId}"/>
    public static VehicleId Parse(string text) => EntityId.Parse<VehicleId>(text);

    public static bool TryParse([NotNullWhen(true)] string? text, out VehicleId id) => EntityId.TryParse(text, out id);

    static VehicleId IEntityId<VehicleId>.Create(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>The id of a booking's payment in our own books; a PaymentIntent's is the card processor's.</summary>
public readonly record struct PaymentId : IEntityId<PaymentId>
{
    private PaymentId(string value) => Value = value;

    public static string Prefix => "payment_";

    public string Value { get; }

    /// <inheritdoc cref="EntityId.Parse{TId}"/>
    public static PaymentId Parse(string text) => EntityId.Parse<PaymentId>(text);

    public static bool TryParse([NotNullWhen(true)] string? text, out PaymentId id) => EntityId.TryParse(text, out id);

    static PaymentId IEntityId<PaymentId>.Create(string value) => new(value);

    public override string ToString() => Value;
}
