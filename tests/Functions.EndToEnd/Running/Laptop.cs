using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Nots.Emulators;
using Nots.Functions.EndToEnd.Tests.Running;
using Nots.Functions.StandInHost;
using Nots.Functions.StandInHost.Durable;
using Nots.Functions.StandInHost.Worker;
using Nots.StripeSimulator;

[assembly: AssemblyFixture(typeof(Laptop))]

// They share one laptop, whose worker some of them kill.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Nots.Functions.EndToEnd.Tests.Running;

/// <summary>
/// The function app on a laptop, as docs/functions.md puts it together, with the stand-in for the Functions host: DynamoDB Local with the
/// data that every laptop begins with, a development issuer, the Stripe simulator. One for all tests of this assembly.
/// </summary>
public sealed class Laptop : IAsyncLifetime
{
    /// <summary>A page that may call the app.</summary>
    internal const string Website = "https://www.nots.example";

    private const string Table = "nots-main-table-local";

    private readonly string _folder = Directory.CreateTempSubdirectory("nots-functions-").FullName;
    private readonly CancellationTokenSource _end = new();
    private DynamoDbLocalProcess? _dynamoDb;
    private Issuer? _issuer;
    private FrontDoor? _door;
    private WebApplication? _stripe;
    private Task _relay = Task.CompletedTask;

    internal StandInFunctionsHost Host { get; private set; } = null!;

    /// <summary>Where the app's orchestrations are kept.</summary>
    internal DurableBackend Backend { get; private set; } = null!;

    internal FrontDoor Door => _door!;

    internal Uri Stripe => new(_stripe!.Urls.Single());

    internal TraceCollector Traces { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _dynamoDb = await DynamoDbLocalProcess.StartAsync(cancellationToken: cancellationToken);
        _issuer = await Issuer.StartAsync(cancellationToken);
        Traces = await TraceCollector.StartAsync(cancellationToken);
        await FillTableAsync(cancellationToken);
        Backend = DurableBackend.Sqlite(Path.Combine(_folder, "durable.db"));
        var mailbox = Path.Combine(_folder, "mailbox.jsonl");
        _door = await FrontDoor.OpenAsync(_issuer.Address, mailbox, cancellationToken);
        _stripe = SimulatorApp.Build(new SimulatorOptions
        {
            Urls = "http://127.0.0.1:0",
            DataFolder = Path.Combine(_folder, "stripe"),
            WebhookUrl = new Uri(_door.Address, "/v1/webhooks/stripe").ToString(),
        });
        await _stripe.StartAsync(cancellationToken);
        Host = await StandInFunctionsHost.StartAsync(
            StandInHostOptions.ForApp(Programs.FunctionApp, Settings(mailbox), Backend) with { Orchestrations = [HostOrchestrations.CallActivity] }, cancellationToken);
        _door.App = Host.Address;
        _relay = RelayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _relay;
        if (Host is not null)
            await Host.DisposeAsync();
        if (_stripe is not null)
            await _stripe.DisposeAsync();
        if (_door is not null)
            await _door.DisposeAsync();
        if (Traces is not null)
            await Traces.DisposeAsync();
        if (_issuer is not null)
            await _issuer.DisposeAsync();
        if (_dynamoDb is not null)
            await _dynamoDb.DisposeAsync();
        _end.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The sample of local settings, with this laptop's addresses, and with policies so short that every journey ends soon.</summary>
    private Dictionary<string, string> Settings(string mailbox)
    {
        var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")));
        var settings = sample.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);
        settings["Nots__DynamoDb__Endpoint"] = Plain(_dynamoDb!.Endpoint);
        settings["Nots__Identity__Authority"] = new Uri(_issuer!.Address, "/dev/issuer").ToString();
        settings["Nots__Mailbox"] = mailbox;
        settings["Nots__Stripe__BaseAddress"] = Plain(Stripe);
        settings["Nots__AllowedOrigins__0"] = Website;
        settings["Nots__PaymentHold"] = "00:00:20";
        settings["Nots__MinimumNotice"] = "00:00:00";
        settings["Nots__FreeWaiting"] = "00:00:01";
        settings["Nots__AirportFreeWaiting"] = "00:00:01";
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = Plain(Traces.Address);
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        settings["OTEL_BSP_SCHEDULE_DELAY"] = "200";
        return settings;
    }

    private async Task FillTableAsync(CancellationToken cancellationToken)
    {
        var endpoint = Plain(_dynamoDb!.Endpoint);
        await RunAsync("table", "create", "--store", $"dynamodb:{Table}", "--endpoint", endpoint);
        await RunAsync("data", "copy", "--from", $"sqlite:{_issuer!.Table}", "--to", $"dynamodb:{Table}", "--to-endpoint", endpoint);

        async Task RunAsync(params string[] arguments)
        {
            var (exitCode, output, errors) = await Programs.NotsAsync(cancellationToken, arguments);
            Assert.True(exitCode == 0, $"nots {string.Join(' ', arguments)} ended with {exitCode}: {output}{errors}");
        }
    }

    /// <summary>The timer that makes up for signals which a killed worker did not send. The host would fire it every minute.</summary>
    private async Task RelayAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                try
                {
                    await Host.FireTimerAsync("relay-outbox", _end.Token);
                }
                catch (Exception fault) when (fault is WorkerLostException or FunctionFailedException)
                {
                    // The next run makes up for it.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
