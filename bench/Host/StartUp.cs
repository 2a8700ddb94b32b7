using Nots.Cli;
using Nots.Journeys.Hosting;

namespace Nots.Host.Bench;

/// <summary>How soon it answers after it is started on the data of a demo, and how much memory the demo leaves it with.</summary>
internal static class StartUp
{
    private const int Starts = 9;

    public static async Task RunAsync()
    {
        await using var platform = await PlatformProcess.StartAsync([.. OwnHost.ShortPolicies.Select(policy => (policy.Key, policy.Value))]);
        var (output, errors) = (Console.Out, Console.Error);
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        var code = await NotsCommand.RunAsync(["demo", "--json", "--url", $"{platform.Address}", "--stripe", $"{platform.StripeAddress}"]);
        Console.SetOut(output);
        Console.SetError(errors);
        if (code != 0)
            throw new InvalidOperationException($"The demo ended with {code}.");
        Table.Row("working set after the demo", $"{platform.WorkingSet / 1e6:N0} MB", "200 MB");
        await RunAsync(platform, "first answer after the start", "/v1/vehicle-classes");
        await RunAsync(platform, "ready after the start, the simulator as well", "/health/ready");
    }

    private static async Task RunAsync(PlatformProcess platform, string measure, string path)
    {
        List<double> seconds = [];
        for (var start = 0; start < Starts; start++)
            seconds.Add((await platform.StartAgainAsync(path)).TotalSeconds);
        seconds.Sort();
        Table.Row($"{measure}, median of {Starts}", $"{seconds[Starts / 2]:N2} s", "1.50 s");
        Table.Row($"{measure}, longest", $"{seconds[^1]:N2} s");
    }
}
