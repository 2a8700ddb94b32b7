using System.Diagnostics.CodeAnalysis;

namespace Nots.Domain.Common;

/// <summary>A value, or the refusal to give one. Refusals are expected answers; faults are exceptions.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>Null when there is a value.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => Refusal is null
        ? _value!
        : throw new InvalidOperationException($"There is no value: {Refusal.Message}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    public Result<TOther> Then<TOther>(Func<T, Result<TOther>> next) => Succeeded ? next(_value!) : Refusal;
}
