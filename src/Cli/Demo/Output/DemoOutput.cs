using Nots.Cli.Journeys;

namespace Nots.Cli.Demo.Output;

/// <summary>How a demo shows itself: first its progress, then its report.</summary>
internal abstract class DemoOutput
{
    public static DemoOutput For(DemoOptions options)
    {
        if (options.Json)
            return new JsonOutput(Console.Out, Screen.Error());
        var console = Screen.Output();
        return console.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? new LiveOutput(console)
            : new PlainOutput(console);
    }

    /// <summary>Lets the work go on and shows how it goes.</summary>
    public abstract Task<DemoReport> WatchAsync(IReadOnlyList<JourneyRow> rows, Func<IDemoProgress, Task<DemoReport>> work);

    public abstract void Show(DemoReport report);
}
