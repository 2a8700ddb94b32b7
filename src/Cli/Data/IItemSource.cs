using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>Items to bring into a table, in parts that are read side by side, and as often as needed.</summary>
internal interface IItemSource
{
    int Parts { get; }

    /// <summary>The items of a part.</summary>
    IAsyncEnumerable<RawItem> ReadAsync(int part, CancellationToken cancellationToken);
}
