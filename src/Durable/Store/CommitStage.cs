namespace Nots.Durable.Store;

/// <summary>Where in a commit a test may end the process.</summary>
internal enum CommitStage
{
    /// <summary>All is applied, nothing is durable.</summary>
    Before,

    /// <summary>All is durable, nobody knows yet.</summary>
    After,
}
