namespace Nots.Cli;

/// <summary>How the tool ends. Scripts rely on these: they never change.</summary>
internal static class ExitCode
{
    /// <summary>All is as it should be.</summary>
    public const int Ok = 0;

    /// <summary>The work was done, and something is not as it should be: a booking's state, the money, a message, a table's setting, an item.</summary>
    public const int NotAsExpected = 1;

    /// <summary>The command line or a file that it names is at fault; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The platform, the Stripe simulator beside it, or DynamoDB does not answer, not as one, or not to these credentials.</summary>
    public const int Unreachable = 3;

    /// <summary>Nothing was done, for what is there forbids it: a table that is not empty, a damaged export, a file in use, a "no" to the question.</summary>
    public const int Refused = 4;

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
