using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Cli.Output;
using Nots.Storage.DynamoDb;

namespace Nots.Cli.Tables;

/// <summary>Switches on what a table has beside its data, one setting at a time, where it is off.</summary>
internal sealed class TableSettings(TableAdmin admin, CommandOutput output, TimeSpan timeout)
{
    /// <returns>What was switched on, in the words that were said.</returns>
    public async Task<IReadOnlyList<string>> BringInLineAsync(string table, bool isProtected, CancellationToken cancellationToken)
    {
        var design = TableDefinition.Create(table, isProtected);
        var done = new List<string>();
        var state = await admin.ReadAsync(table, cancellationToken)
            ?? throw new CommandFailedException($"The table {table} is gone.", ExitCode.NotAsExpected);

        if (state.TimeToLive?.TimeToLiveStatus is not { } expiry || expiry == TimeToLiveStatus.DISABLED)
        {
            await admin.Client.UpdateTimeToLiveAsync(TableDefinition.TimeToLive(table), cancellationToken);
            Say(done, $"time-to-live on {TableDefinition.TimeToLiveAttribute}");
        }

        if (state.Table.StreamSpecification is not { StreamEnabled: true })
        {
            await UpdateAsync(new UpdateTableRequest { TableName = table, StreamSpecification = design.StreamSpecification }, cancellationToken);
            Say(done, $"stream of {design.StreamSpecification.StreamViewType}");
        }

        if (isProtected && state.Table.DeletionProtectionEnabled != true)
        {
            await UpdateAsync(new UpdateTableRequest { TableName = table, DeletionProtectionEnabled = true }, cancellationToken);
            Say(done, "deletion protection");
        }

        if (state.Recovery is { } recovery && recovery.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus != PointInTimeRecoveryStatus.ENABLED)
        {
            await EnableRecoveryAsync(table, cancellationToken);
            Say(done, "point-in-time recovery");
        }

        return done;
    }

    private void Say(List<string> done, string setting)
    {
        done.Add(setting);
        output.Say($"  switched on: {setting}");
    }

    /// <summary>A table takes one change at a time.</summary>
    private async Task UpdateAsync(UpdateTableRequest change, CancellationToken cancellationToken)
    {
        await admin.Client.UpdateTableAsync(change, cancellationToken);
        await admin.ActiveAsync(change.TableName, timeout, cancellationToken);
    }

    /// <summary>For some seconds after a table is made, DynamoDB is not ready for this.</summary>
    private Task<bool> EnableRecoveryAsync(string table, CancellationToken cancellationToken) => admin.UntilAsync(
        "Switching on point-in-time recovery",
        timeout,
        async () =>
        {
            try
            {
                await admin.Client.UpdateContinuousBackupsAsync(TableDefinition.PointInTimeRecovery(table), cancellationToken);
                return true;
            }
            catch (ContinuousBackupsUnavailableException)
            {
                return false;
            }
        },
        isOn => isOn,
        _ => "being prepared by DynamoDB",
        cancellationToken);
}
