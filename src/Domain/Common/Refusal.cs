namespace Nots.Domain.Common;

/// <summary>The answer "no" and why, fit to be shown to the caller. All faults of one request are in one refusal.</summary>
/// <param name="Code">The kind of refusal.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Faults">The fields at fault and the constraint each breaks; empty where it is not about fields.</param>
/// <param name="Facts">What a program may want to know, by name, such as the gate that refused or the state a booking is in.</param>
public sealed record Refusal(
    ErrorCode Code, string Message, IReadOnlyList<FieldFault>? Faults = null, IReadOnlyDictionary<string, string>? Facts = null)
{
    public static Refusal NotFound(string what) => new(ErrorCode.NotFound, $"There is no such {what}.");

    public static Refusal Conflict(string message, params (string Name, string Value)[] facts) =>
        new(ErrorCode.Conflict, message, Facts: facts.ToDictionary(fact => fact.Name, fact => fact.Value));

    /// <summary>A value is not possible; the caller knows which field of the request it came from.</summary>
    public static Refusal Invalid(string message) => new(ErrorCode.InvalidRequest, message);

    public static Refusal Invalid(params IReadOnlyList<FieldFault> faults) =>
        new(ErrorCode.InvalidRequest, faults.Count == 1 ? faults[0].Message : $"The request has {faults.Count} errors.", faults);
}
