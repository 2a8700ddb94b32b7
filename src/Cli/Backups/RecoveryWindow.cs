using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Nots.Cli.Backups;

/// <summary>Between which points in time a table can be restored, UTC.</summary>
internal sealed record RecoveryWindow(DateTime Earliest, DateTime Latest)
{
    /// <summary>Null when point-in-time recovery is off, or not known here.</summary>
    public static RecoveryWindow? Of(ContinuousBackupsDescription? backups) =>
        backups?.PointInTimeRecoveryDescription is { } recovery && recovery.PointInTimeRecoveryStatus == PointInTimeRecoveryStatus.ENABLED
        && recovery is { EarliestRestorableDateTime: { } earliest, LatestRestorableDateTime: { } latest }
            ? new RecoveryWindow(earliest.ToUniversalTime(), latest.ToUniversalTime())
            : null;

    public bool Contains(DateTimeOffset at) => at.UtcDateTime >= Earliest && at.UtcDateTime <= Latest;

    public override string ToString() => $"{Text(Earliest)} to {Text(Latest)}";

    public static string Text(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
