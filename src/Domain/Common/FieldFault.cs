namespace Nots.Domain.Common;

/// <summary>A value of a request and the constraint that it breaks.</summary>
/// <param name="Field">What the caller calls it, such as <c>waypoints[1].waitMinutes</c>.</param>
/// <param name="Constraint">A stable word for programs, such as <c>required</c>, <c>range</c>, <c>format</c>.</param>
/// <param name="Message">One sentence for a person.</param>
public sealed record FieldFault(string Field, string Constraint, string Message);
