using Nots.Domain.Compliance;

namespace Nots.Application.Compliance;

/// <summary>Reads compliance documents.</summary>
public interface IDocumentStore
{
    /// <summary>The current document of each type.</summary>
    Task<IReadOnlyList<ComplianceDocument>> OfAsync(DocumentOwner owner, string ownerId, CancellationToken cancellationToken);
}
