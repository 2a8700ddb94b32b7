namespace Nots.Storage.Table;

/// <summary>A condition that did not hold.</summary>
/// <param name="Index">Which write of the transaction, from 0.</param>
/// <param name="Existing">The item that stood there, or null.</param>
public sealed record FailedCondition(int Index, TableItem? Existing);
