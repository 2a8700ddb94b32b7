using Amazon.DynamoDBv2.Model;

namespace Nots.Cli.Backups;

/// <summary>A backup, for people and scripts.</summary>
/// <param name="Type">USER, AWS_BACKUP, or SYSTEM: the one that DynamoDB makes when a table is deleted.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ExpiresAt">When DynamoDB deletes one of its own; null when it stays.</param>
internal sealed record BackupReport(string Name, string Status, string Type, DateTime? CreatedAt, DateTime? ExpiresAt, long Bytes, string Arn)
{
    public static BackupReport Of(BackupDetails backup) => new(
        backup.BackupName, backup.BackupStatus, backup.BackupType, backup.BackupCreationDateTime?.ToUniversalTime(),
        backup.BackupExpiryDateTime?.ToUniversalTime(), backup.BackupSizeBytes ?? 0, backup.BackupArn);

    public static BackupReport Of(BackupSummary backup) => new(
        backup.BackupName, backup.BackupStatus, backup.BackupType, backup.BackupCreationDateTime?.ToUniversalTime(),
        backup.BackupExpiryDateTime?.ToUniversalTime(), backup.BackupSizeBytes ?? 0, backup.BackupArn);
}
