namespace Nots.Application.Common;

/// <summary>A place in a list that is ordered by status and id.</summary>
public sealed record StatusPosition(string Status, string Id);
