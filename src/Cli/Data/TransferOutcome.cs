using Nots.Cli.Output;

namespace Nots.Cli.Data;

/// <summary>Tells how an import or a copy ended.</summary>
internal static class TransferOutcome
{
    /// <param name="output">Where it is told.</param>
    /// <param name="report">What happened.</param>
    /// <param name="again">What to give again when items are not as they should be.</param>
    /// <returns>The exit code.</returns>
    public static int Show(CommandOutput output, TransferReport report, string again)
    {
        output.Say($"{report.Written} written, {report.AlreadyThere} already there, {report.NewerKept} not written for the target's is newer, {report.Expired} for they had expired.");
        output.Say($"Read back: {report.Target.Same} the same, checksum {report.Target.Checksum}; {report.Target.Newer} newer; {report.Target.Expired} expired.");
        foreach (var example in report.Examples)
            output.Say($"  {example}");
        if (!report.Verified)
        {
            output.Say(
                $"{report.Wrong} items are not as they should be. Something else writes to one of the stores: stop it, and give {again} again. "
                + "Where version and time of change are equal and the rest is not, only --overwrite settles it.");
        }

        output.Document(report);
        return report.Verified ? ExitCode.Ok : ExitCode.NotAsExpected;
    }
}
