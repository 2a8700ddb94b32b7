namespace Nots.Storage.Table;

/// <summary>What must hold of the stored item for a write to happen. An item past its time-to-live does not exist.</summary>
public abstract record TableCondition
{
    private TableCondition()
    {
    }

    public static TableCondition None { get; } = new Always();

    public static TableCondition NotExists { get; } = new Absent();

    public static TableCondition Exists { get; } = new Present();

    public static TableCondition VersionIs(long version) => new AtVersion(version);

    public sealed record Always : TableCondition;

    public sealed record Absent : TableCondition;

    public sealed record Present : TableCondition;

    /// <summary>The item exists and has this version.</summary>
    public sealed record AtVersion(long Version) : TableCondition;
}
