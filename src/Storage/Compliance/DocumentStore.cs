using Nots.Application.Compliance;
using Nots.Domain.Compliance;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Compliance;

/// <summary>Compliance documents in the single table.</summary>
internal sealed class DocumentStore(EntityReader reader) : IDocumentStore
{
    /// <summary>For lists, which are not of this very moment either.</summary>
    public async Task<IReadOnlyList<ComplianceDocument>> OfAsync(DocumentOwner owner, string ownerId, CancellationToken cancellationToken) =>
        Current(await reader.AllItemsAsync(
            new TableQuery(
                TableIndex.Primary, Keys.DocumentPartition(owner, ownerId), SortKeyRange.BeginsWith(Keys.DocumentPrefix)),
            cancellationToken));

    /// <summary>The documents among some items of a driver's or vehicle's partition, without the superseded ones, which have an id behind the type.</summary>
    public static IReadOnlyList<ComplianceDocument> Current(IEnumerable<TableItem> items) =>
    [
        .. items
            .Where(item => item.Key.SortKey.StartsWith(Keys.DocumentPrefix, StringComparison.Ordinal)
                && !item.Key.SortKey.AsSpan(Keys.DocumentPrefix.Length).Contains('#'))
            .Select(EntityReader.ToEntity<ComplianceDocument>),
    ];
}
