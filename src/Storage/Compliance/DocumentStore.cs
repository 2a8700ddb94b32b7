using Nots.Application.Compliance;
using Nots.Domain.Compliance;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Compliance;

/// <summary>Compliance documents in the single table.</summary>
internal sealed class DocumentStore(EntityReader reader) : IDocumentStore
{
    public async Task<IReadOnlyList<ComplianceDocument>> OfAsync(DocumentOwner owner, string ownerId, CancellationToken cancellationToken)
    {
        var query = new TableQuery(
            TableIndex.Primary, Keys.DocumentPartition(owner, ownerId), SortKeyRange.BeginsWith(Keys.DocumentPrefix), Consistency: Consistency.Strong);
        var documents = new List<ComplianceDocument>();
        for (TablePage page; ; query = query with { After = page.Next })
        {
            page = await reader.QueryAsync(query, cancellationToken);
            // A superseded document stands beside the current one, with its id behind the type.
            documents.AddRange(page.Items
                .Where(item => !item.Key.SortKey.AsSpan(Keys.DocumentPrefix.Length).Contains('#'))
                .Select(EntityReader.ToEntity<ComplianceDocument>));
            if (page.Next is null)
                return documents;
        }
    }
}
