using Nots.Domain.Common;

namespace Nots.Application.Common;

/// <summary>
/// Collects all faults of a request. A field that is at fault already (or lies inside one that is) gets no second fault: the
/// first one explains it.
/// </summary>
public sealed class FaultList(IReadOnlyList<FieldFault> malformed)
{
    private readonly List<FieldFault> _faults = [.. malformed];

    public bool Any => _faults.Count > 0;

    public bool Has(string field) => _faults.Exists(fault => fault.Field == field || field.StartsWith(fault.Field + '.', StringComparison.Ordinal));

    public void Add(string field, string constraint, string message)
    {
        if (!Has(field))
            _faults.Add(new FieldFault(field, constraint, message));
    }

    public void AddAll(IEnumerable<FieldFault> faults)
    {
        foreach (var fault in faults)
            Add(fault.Field, fault.Constraint, fault.Message);
    }

    /// <summary>Faults the field when nothing was sent for it.</summary>
    public bool Require(string field, object? value)
    {
        if (value is not null and not "")
            return true;
        Add(field, "required", $"{field} is required.");
        return false;
    }

    /// <summary>Faults the field when it is outside the bounds, both included.</summary>
    public bool InRange(string field, long value, long least, long most)
    {
        if (value >= least && value <= most)
            return true;
        Add(field, "range", $"{field} must be from {least} to {most}.");
        return false;
    }

    /// <summary>Faults a text that is too long or has control characters.</summary>
    public void Text(string field, string? value, int most)
    {
        if (value is null)
            return;
        if (value.Length > most)
            Add(field, "length", $"{field} has at most {most} characters.");
        else if (value.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            Add(field, "format", $"{field} has control characters.");
    }

    /// <summary>The value that a name stands for; faults the field when there is none such.</summary>
    public T? OneOf<T>(string field, string? name)
        where T : struct, Enum
    {
        if (!Require(field, name))
            return null;
        if (Wire.TryParse<T>(name, out var value))
            return value;
        Add(field, "one_of", $"{field} must be one of: {string.Join(", ", Wire.All<T>())}.");
        return null;
    }

    public Refusal ToRefusal() => Refusal.Invalid(_faults);
}

/// <summary>Tells where in a request a refusal comes from.</summary>
public static class RefusalFields
{
    /// <summary>Names the field whose value the domain found impossible; any other refusal stays what it is.</summary>
    public static Refusal About(this Refusal refusal, string field, string constraint) =>
        refusal.Code == ErrorCode.InvalidRequest && refusal.Faults is null ? Refusal.Invalid(new FieldFault(field, constraint, refusal.Message)) : refusal;
}
