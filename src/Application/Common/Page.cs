namespace Nots.Application.Common;

/// <summary>A page of a list, and the position where the next one starts (null at the end).</summary>
public sealed record Page<TItem, TPosition>(IReadOnlyList<TItem> Items, TPosition? Next)
    where TPosition : class;
