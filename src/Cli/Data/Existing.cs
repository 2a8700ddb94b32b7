namespace Nots.Cli.Data;

/// <summary>What happens to items that the target has already.</summary>
internal enum Existing
{
    /// <summary>The target must be empty, or have been filled by an import of the same files that was interrupted.</summary>
    Refuse,

    /// <summary>The newer of the two stays: the higher version; of the same version the later change.</summary>
    Merge,

    /// <summary>What is brought in wins, though it be older.</summary>
    Overwrite,
}
