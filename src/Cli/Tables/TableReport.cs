namespace Nots.Cli.Tables;

/// <summary>A table beside the design.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Created">Whether it was made now.</param>
/// <param name="SwitchedOn">Settings that were switched on now.</param>
/// <param name="Conforms">Whether nothing is different.</param>
/// <param name="Differences">A sentence each.</param>
/// <param name="NotChecked">What the endpoint does not tell, a sentence each.</param>
internal sealed record TableReport(
    string Table, bool Created, IReadOnlyList<string> SwitchedOn, bool Conforms, IReadOnlyList<string> Differences, IReadOnlyList<string> NotChecked);
