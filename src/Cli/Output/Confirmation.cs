using Spectre.Console;

namespace Nots.Cli.Output;

/// <summary>
/// Asks before something is destroyed, on the error stream, for the output may be a script's. Never where nobody can answer: there,
/// <c>--yes</c> must have been said.
/// </summary>
internal static class Confirmation
{
    /// <param name="consequence">What will happen, as a sentence.</param>
    /// <param name="yes">Whether the command line has the answer.</param>
    /// <exception cref="CommandFailedException">The answer was no, or nobody can give one.</exception>
    public static void Ask(string consequence, bool yes)
    {
        if (yes)
            return;
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
            throw new CommandFailedException($"{consequence} Nothing was done: add --yes to say that this is meant.", ExitCode.Refused);
        if (!Screen.Error().Prompt(new ConfirmationPrompt(Markup.Escape($"{consequence} Go on?")) { DefaultValue = false }))
            throw new CommandFailedException("Nothing was done.", ExitCode.Refused);
    }
}
