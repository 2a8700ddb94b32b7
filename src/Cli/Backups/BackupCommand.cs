using System.CommandLine;

namespace Nots.Cli.Backups;

/// <summary><c>nots backup</c>: DynamoDB's own backups. A SQLite table is backed up with <c>nots data export</c>.</summary>
internal static class BackupCommand
{
    public static Command Build() => new("backup", "Makes and lists backups of a table on DynamoDB, and restores them to a new one.")
    {
        BackupCreateCommand.Build(),
        BackupListCommand.Build(),
        BackupRestoreCommand.Build(),
    };
}
