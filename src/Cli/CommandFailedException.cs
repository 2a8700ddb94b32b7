namespace Nots.Cli;

/// <summary>A command cannot go on. The message says what is wrong and what to do.</summary>
internal sealed class CommandFailedException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode => exitCode;
}
