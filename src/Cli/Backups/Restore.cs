using Amazon.DynamoDBv2.Model;
using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Cli.Tables;

namespace Nots.Cli.Backups;

/// <summary>
/// Restores to a new table and makes it fit to take the old one's place. DynamoDB restores data, indexes, billing and encryption, and
/// leaves off stream, time-to-live, point-in-time recovery, deletion protection and tags ("Restoring a DynamoDB table from a
/// backup" in the DynamoDB developer guide). To give the command again after it was stopped goes on with the restore that runs.
/// </summary>
internal sealed class Restore(TableAdmin admin, CommandOutput output, TimeSpan timeout)
{
    public async Task<int> RunAsync(DynamoDbAddress source, string to, RestorePoint point, CancellationToken cancellationToken)
    {
        if (await admin.DescribeAsync(to, cancellationToken) is { } there)
            RequireOurs(there, source.Table);
        else
            await BeginAsync(source.Table, to, point, cancellationToken);

        await admin.ActiveAsync(to, timeout, cancellationToken);
        output.Say($"{to} holds the data. A restore leaves settings off, which are switched on now:");
        var target = source with { Table = to };
        var isProtected = source.IsProduction || target.IsProduction;
        var switchedOn = await new TableSettings(admin, output, timeout).BringInLineAsync(to, isProtected, cancellationToken);
        var tags = await new TableTags(admin).CopyAsync(source.Table, to, cancellationToken);
        output.Say(tags is null ? "  tags: cannot be read here, set them by hand" : $"  tags: {tags} carried over");
        var report = await new TableVerification(admin, output).RunAsync(to, isProtected, cancellationToken)
            ?? throw new CommandFailedException($"The table {to} is gone.", ExitCode.NotAsExpected);
        output.Say("Not part of a table, and to be looked at by hand: alarms, IAM policies that name the table, and consumers of its stream, which has a new ARN.");
        output.Document(new RestoreReport(source.Table, switchedOn, tags, report));
        return report.Conforms ? ExitCode.Ok : ExitCode.NotAsExpected;
    }

    private async Task BeginAsync(string source, string to, RestorePoint point, CancellationToken cancellationToken)
    {
        if (point.Backup is { } backup)
            await FromBackupAsync(source, to, backup, cancellationToken);
        else
            await ToPointInTimeAsync(source, to, point.At, cancellationToken);
    }

    private async Task FromBackupAsync(string source, string to, string backup, CancellationToken cancellationToken)
    {
        var found = await new BackupCatalogue(admin.Client).FindAsync(source, backup, cancellationToken);
        if (found.SourceTableDetails.TableName != source)
            throw new CommandFailedException($"That is a backup of {found.SourceTableDetails.TableName}, not of {source}.", ExitCode.Refused);
        await admin.Client.RestoreTableFromBackupAsync(
            new RestoreTableFromBackupRequest { BackupArn = found.BackupDetails.BackupArn, TargetTableName = to }, cancellationToken);
        output.Say($"Restoring {found.BackupDetails.BackupName} of {RecoveryWindow.Text(found.BackupDetails.BackupCreationDateTime?.ToUniversalTime())} to {to}.");
    }

    private async Task ToPointInTimeAsync(string source, string to, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (await admin.DescribeAsync(source, cancellationToken) is null)
            throw new CommandFailedException($"There is no table {source}. One that was deleted is restored with --backup: see 'nots backup list --store dynamodb:{source}'.", ExitCode.Refused);
        var window = RecoveryWindow.Of(await admin.RecoveryAsync(source, cancellationToken))
            ?? throw new CommandFailedException($"Point-in-time recovery of {source} is off. Restore a backup: see 'nots backup list --store dynamodb:{source}'.", ExitCode.Refused);
        if (at is { } moment && !window.Contains(moment))
            throw new CommandFailedException($"{source} can be restored to {window}, not to {RecoveryWindow.Text(moment.UtcDateTime)}.", ExitCode.Refused);

        await admin.Client.RestoreTableToPointInTimeAsync(
            new RestoreTableToPointInTimeRequest
            {
                SourceTableName = source,
                TargetTableName = to,
                RestoreDateTime = at?.UtcDateTime,
                UseLatestRestorableTime = at is null ? true : null,
            },
            cancellationToken);
        output.Say($"Restoring {source} as it was at {RecoveryWindow.Text(at?.UtcDateTime ?? window.Latest)} to {to}.");
    }

    /// <summary>The new table may be there already for this command was stopped; another table's place is not taken.</summary>
    private void RequireOurs(TableDescription there, string source)
    {
        var restored = there.RestoreSummary?.SourceTableArn;
        if (restored is null || !restored.EndsWith($":table/{source}", StringComparison.Ordinal))
            throw new CommandFailedException($"The table {there.TableName} exists, and is not a restore of {source}. Name a new one.", ExitCode.Refused);
        output.Say($"{there.TableName} is a restore of {source} to {RecoveryWindow.Text(there.RestoreSummary!.RestoreDateTime?.ToUniversalTime())} that was begun before: going on with it.");
    }
}
