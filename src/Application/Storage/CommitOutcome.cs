using Nots.Domain.Common;

namespace Nots.Application.Storage;

/// <summary>Whether a transaction happened; if not, the entities whose condition did not hold: somebody was faster.</summary>
public sealed record CommitOutcome(IReadOnlyList<Entity> Conflicts)
{
    public static CommitOutcome Done { get; } = new([]);

    public bool Committed => Conflicts.Count == 0;

    public bool LostOver<T>()
        where T : Entity => Conflicts.Any(entity => entity is T);
}
