namespace Nots.Cli;

/// <summary>How the tool ends. Scripts rely on these: they never change.</summary>
internal static class ExitCode
{
    /// <summary>All is as it should be.</summary>
    public const int Ok = 0;

    /// <summary>The work was done, and something is not as it should be: a booking's state, the money, a message.</summary>
    public const int NotAsExpected = 1;

    /// <summary>The command line or a file that it names is at fault; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The platform, or the Stripe simulator beside it, does not answer, or not as one.</summary>
    public const int Unreachable = 3;

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
