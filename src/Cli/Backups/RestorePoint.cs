namespace Nots.Cli.Backups;

/// <summary>What a table is restored to: a backup, a moment, or the latest moment there is.</summary>
/// <param name="Backup">Name or ARN; null for a point in time.</param>
/// <param name="At">The moment; null for the latest.</param>
internal sealed record RestorePoint(string? Backup, DateTimeOffset? At);
