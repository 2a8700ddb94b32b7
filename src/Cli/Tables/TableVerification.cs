using Nots.Cli.Output;

namespace Nots.Cli.Tables;

/// <summary>Compares a table with the design and says what is different.</summary>
internal sealed class TableVerification(TableAdmin admin, CommandOutput output)
{
    /// <summary>Null when there is no such table, which is said.</summary>
    public async Task<TableReport?> RunAsync(string table, bool isProtected, CancellationToken cancellationToken)
    {
        if (await admin.ReadAsync(table, cancellationToken) is not { } state)
        {
            output.Say($"There is no table {table}. Check name, region and account, or make it: nots table create --store dynamodb:{table}");
            return null;
        }

        var differences = TableCheck.Differences(state, isProtected);
        foreach (var difference in differences)
            output.Say($"  different: {difference}");
        foreach (var unknown in TableCheck.NotChecked(state))
            output.Say($"  not checked: {unknown}");
        output.Say(differences.Count == 0
            ? $"{table} is as the design has it."
            : $"{table} differs from the design in {differences.Count} point{(differences.Count == 1 ? "" : "s")}.");
        return new TableReport(table, false, [], differences.Count == 0, differences, TableCheck.NotChecked(state));
    }
}
