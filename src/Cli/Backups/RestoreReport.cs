using Nots.Cli.Tables;

namespace Nots.Cli.Backups;

/// <summary>A restored table.</summary>
/// <param name="Source">The table that was backed up.</param>
/// <param name="SwitchedOn">What a restore leaves off, and was switched on.</param>
/// <param name="Tags">How many tags were carried over; null when they could not be read.</param>
/// <param name="Table">The new table beside the design.</param>
internal sealed record RestoreReport(string Source, IReadOnlyList<string> SwitchedOn, int? Tags, TableReport Table);
