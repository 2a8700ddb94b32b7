
using Spectre.Console;

namespace Nots.Journeys.Output;

/// <summary>How a demo shows itself: first its progress, then its report.</summary>
public abstract class DemoOutput
{
    /// <param name="json">Whether the report is for a program.</param>
    /// <param name="console">Where people read it.</param>
    /// <param name="progress">Where progress goes while the report is for a program.</param>
    public static DemoOutput For(bool json, IAnsiConsole console, IAnsiConsole progress)
    {
        if (json)
            return new JsonOutput(Console.Out, progress);
        return console.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? new LiveOutput(console)
            : new PlainOutput(console);
    }

    /// <summary>Lets the work go on and shows how it goes.</summary>
    public abstract Task<DemoReport> WatchAsync(IReadOnlyList<JourneyRow> rows, Func<IDemoProgress, Task<DemoReport>> work);

    public abstract void Show(DemoReport report);
}
