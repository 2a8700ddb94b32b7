using Microsoft.AspNetCore.Builder;

namespace Nots.StripeSimulator.Tests;

/// <summary>A simulator inside this process, on a free port and a folder of its own.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private SimulatorHost(WebApplication app, string folder)
    {
        _app = app;
        _folder = folder;
        Address = app.Urls.Single();
        Client = new SimulatorClient(Address);
    }

    public string Address { get; }

    public SimulatorClient Client { get; }

    /// <param name="change">Of the options; webhooks go nowhere unless it says where.</param>
    public static async Task<SimulatorHost> StartAsync(Func<SimulatorOptions, SimulatorOptions>? change = null, TimeProvider? time = null)
    {
        var folder = Directory.CreateTempSubdirectory("nots-stripe-").FullName;
        var options = new SimulatorOptions
        {
            DataFolder = folder,
            Urls = "http://127.0.0.1:0",
            WebhookUrl = "",
            FirstRetryDelay = TimeSpan.FromMilliseconds(20),
            MaxRetryDelay = TimeSpan.FromMilliseconds(100),
        };
        var app = SimulatorApp.Build(change?.Invoke(options) ?? options, time);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SimulatorHost(app, folder);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
