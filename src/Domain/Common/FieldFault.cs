namespace Nots.Domain.Common;

/// <summary>A field of a request and the constraint that its value breaks.</summary>
/// <param name="Field">Its path on the wire, such as <c>waypoints[1].waitMinutes</c>.</param>
/// <param name="Constraint">A stable word for programs, such as <c>required</c>, <c>range</c>, <c>format</c>.</param>
/// <param name="Message">One sentence for a person.</param>
public sealed record FieldFault(string Field, string Constraint, string Message);
