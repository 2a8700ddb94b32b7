using Spectre.Console;

namespace Nots.Cli;

/// <summary>The terminal, or the file that stands for it.</summary>
internal static class Screen
{
    private const int FileWidth = 200;

    public static IAnsiConsole Output() => Of(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error() => Of(Console.Error, Console.IsErrorRedirected);

    /// <summary>A file has no width of its own; Spectre would take it for 80 columns.</summary>
    private static IAnsiConsole Of(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (redirected)
            console.Profile.Width = FileWidth;
        return console;
    }
}
