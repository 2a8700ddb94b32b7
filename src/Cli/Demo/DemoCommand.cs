using System.CommandLine;
using System.CommandLine.Parsing;
using Nots.Journeys;
using Nots.Journeys.Hosting;
using Nots.Journeys.Output;
using Spectre.Console;

namespace Nots.Cli.Demo;

/// <summary><c>nots demo</c>: real journeys over HTTP, from the quote to the end, and whether all of them came out as they must.</summary>
internal static class DemoCommand
{
    private const int MostParallel = 16;

    public static Command Build()
    {
        var url = new Option<Uri>("--url") { Description = "Where the platform listens.", DefaultValueFactory = _ => new Uri("http://localhost:7071"), CustomParser = Address };
        var stripe = new Option<Uri>("--stripe") { Description = "Where the Stripe simulator listens.", DefaultValueFactory = _ => new Uri("http://127.0.0.1:12111"), CustomParser = Address };
        var journeys = new Option<string?>("--journeys") { Description = "The file of journeys. [default: simulators/Journeys/journeys.json]" };
        var parallel = new Option<int>("--parallel") { Description = $"How many journeys go on at a time, 1 to {MostParallel}.", DefaultValueFactory = _ => 4 };
        parallel.Validators.Add(result => Between(result, parallel, 1, MostParallel));
        var timeout = new Option<int>("--timeout") { Description = "How long any one thing is waited for, seconds.", DefaultValueFactory = _ => 60 };
        timeout.Validators.Add(result => Between(result, timeout, 1, 3600));
        var json = new Option<bool>("--json") { Description = "Write the report as JSON; progress goes to the error stream." };
        var start = new Option<bool>("--start") { Description = "Start a platform with short policies on free ports and a temporary folder, and stop it afterwards." };
        var store = new Option<string>("--store") { Description = "What a platform that --start starts keeps its table in.", DefaultValueFactory = _ => "sqlite" };
        store.AcceptOnlyFromAmong("sqlite", "dynamodb");
        var command = new Command("demo", "Runs the demo journeys against a running platform and says whether each came out as it must.")
        {
            url, stripe, journeys, parallel, timeout, json, start, store,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new DemoOptions(
                parsed.GetRequiredValue(url), parsed.GetRequiredValue(stripe), parsed.GetValue(journeys), parsed.GetValue(parallel),
                parsed.GetValue(json), TimeSpan.FromSeconds(parsed.GetValue(timeout)), parsed.GetValue(start), parsed.GetRequiredValue(store)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        var rows = JourneyFile.Load(options.Journeys);
        if (!options.Start)
            return await RunAsync(options, rows, cancellationToken);
        await using var host = await OwnHost.StartAsync(options.Store, Screen.Error(), TimeProvider.System, cancellationToken);
        var code = await RunAsync(options with { Url = host.Url, Stripe = host.Stripe }, rows, cancellationToken);
        if (code != ExitCode.Ok)
            Screen.Error().WriteLine($"The platform's log and data are kept in {host.Keep()}.");
        return code;
    }

    private static async Task<int> RunAsync(DemoOptions options, IReadOnlyList<JourneyRow> rows, CancellationToken cancellationToken)
    {
        using var http = UnreachableHostHandler.ToPlatform(options.Url);
        using var stripeHttp = UnreachableHostHandler.ToStripe(options.Stripe);
        var demo = new DemoRunner(new DevelopmentClient(http), new StripeClient(stripeHttp), options, TimeProvider.System);
        var output = DemoOutput.For(options.Json, Screen.Output(), Screen.Error());
        var report = await output.WatchAsync(rows, progress => demo.RunAsync(rows, progress, cancellationToken));
        output.Show(report);
        return report.Passed ? ExitCode.Ok : ExitCode.NotAsExpected;
    }

    private static Uri Address(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
            return url;
        result.AddError($"'{text}' is not an http address, such as http://localhost:7071.");
        return new Uri("http://localhost");
    }

    private static void Between(OptionResult result, Option<int> option, int least, int most)
    {
        if (result.Errors.Any() || result.GetValueOrDefault<int>() is var value && value >= least && value <= most)
            return;
        result.AddError($"{option.Name} must be from {least} to {most}.");
    }
}
