using Nots.Cli.Output;

namespace Nots.Cli.Data;

/// <summary>Tells how an import or a copy ended.</summary>
internal static class TransferOutcome
{
    /// <returns>The exit code.</returns>
    public static int Show(CommandOutput output, TransferReport report)
    {
        output.Say($"{report.Written} written, {report.AlreadyThere} already there, {report.NewerKept} not written for the target's is newer, {report.Expired} for they had expired.");
        output.Say($"Read back: {report.Target.Same} the same, checksum {report.Target.Checksum}; {report.Target.Newer} newer; {report.Target.Expired} expired.");
        foreach (var example in report.Examples)
            output.Say($"  {example}");
        if (!report.Verified)
            output.Say($"{report.Wrong} items are not as they should be: something else writes to one of the stores. Stop it, and give the command again{(report.From.Contains(':', StringComparison.Ordinal) ? " with --merge" : "")}.");
        output.Document(report);
        return report.Verified ? ExitCode.Ok : ExitCode.NotAsExpected;
    }
}
