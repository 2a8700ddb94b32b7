using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Nots.Cli.Backups;

/// <summary>The backups that DynamoDB has.</summary>
internal sealed class BackupCatalogue(IAmazonDynamoDB client)
{
    private const string ArnStart = "arn:";

    /// <summary>All backups of a table, the newest first; also the one that DynamoDB made when the table was deleted.</summary>
    public async Task<IReadOnlyList<BackupSummary>> ListAsync(string table, CancellationToken cancellationToken)
    {
        var backups = new List<BackupSummary>();
        string? last = null;
        do
        {
            var page = await Supported(() => client.ListBackupsAsync(
                new ListBackupsRequest { TableName = table, BackupType = BackupTypeFilter.ALL, ExclusiveStartBackupArn = last }, cancellationToken));
            backups.AddRange(page.BackupSummaries ?? []);
            last = page.LastEvaluatedBackupArn;
        }
        while (last is not null);
        return [.. backups.OrderByDescending(backup => backup.BackupCreationDateTime)];
    }

    /// <summary>A backup by its ARN, or by its name among those of the table.</summary>
    /// <exception cref="CommandFailedException">There is none, or several have the name, or it is not complete.</exception>
    public async Task<BackupDescription> FindAsync(string table, string backup, CancellationToken cancellationToken)
    {
        var arn = backup.StartsWith(ArnStart, StringComparison.Ordinal) ? backup : await ArnAsync(table, backup, cancellationToken);
        var found = await DescribeAsync(arn, cancellationToken);
        return found.BackupDetails.BackupStatus == BackupStatus.AVAILABLE
            ? found
            : throw new CommandFailedException($"The backup {backup} is {found.BackupDetails.BackupStatus}, not AVAILABLE.", ExitCode.Refused);
    }

    public async Task<BackupDescription> DescribeAsync(string arn, CancellationToken cancellationToken) =>
        (await Supported(() => client.DescribeBackupAsync(new DescribeBackupRequest { BackupArn = arn }, cancellationToken))).BackupDescription;

    /// <summary>Tells of a DynamoDB that has no backups at all.</summary>
    /// <exception cref="CommandFailedException">It is DynamoDB Local.</exception>
    public static async Task<T> Supported<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonDynamoDBException fault) when (Tables.TableAdmin.IsUnknown(fault))
        {
            throw new CommandFailedException("This endpoint has no backups: it is not Amazon's. Use 'nots data export' instead.", ExitCode.Refused, fault);
        }
    }

    private async Task<string> ArnAsync(string table, string name, CancellationToken cancellationToken)
    {
        var named = (await ListAsync(table, cancellationToken)).Where(backup => backup.BackupName == name).ToList();
        return named.Count switch
        {
            1 => named[0].BackupArn,
            0 => throw new CommandFailedException($"{table} has no backup '{name}': see 'nots backup list --store dynamodb:{table}'.", ExitCode.Refused),
            _ => throw new CommandFailedException($"{table} has {named.Count} backups '{name}': name one by its ARN, see 'nots backup list --store dynamodb:{table}'.", ExitCode.Refused),
        };
    }
}
