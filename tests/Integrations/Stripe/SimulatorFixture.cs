using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Payments;
using Nots.Integrations.Stripe;
using Nots.StripeSimulator;

namespace Nots.Integrations.Tests.Stripe;

/// <summary>The simulator inside this process on a free port, and the adapter wired to it as a host does.</summary>
public sealed class SimulatorFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nots-stripe-").FullName;
    private WebApplication? _app;
    private ServiceProvider? _services;

    public Uri Address => new(_app!.Urls.Single());

    public IPaymentGateway Gateway => _services!.GetRequiredService<IPaymentGateway>();

    /// <summary>Calls the simulator as a browser or a test does.</summary>
    public HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _app = SimulatorApp.Build(new SimulatorOptions { DataFolder = _folder, Urls = "http://127.0.0.1:0", WebhookUrl = "" });
        await _app.StartAsync();
        Http.BaseAddress = Address;
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", StripeOptions.SimulatorSecretKey);
        _services = Services(new StripeOptions { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) });
    }

    public static ServiceProvider Services(StripeOptions options) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddStripe(options)
        .BuildServiceProvider();

    public async Task<JsonNode> PostAsync(string path, params (string Name, string Value)[] parameters)
    {
        using var content = new FormUrlEncodedContent(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
        using var response = await Http.PostAsync(path, content, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task<JsonNode> GetAsync(string path) =>
        JsonNode.Parse(await Http.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    public Task<JsonNode> ConfirmAsync(string intentId, string card) =>
        PostAsync($"/v1/payment_intents/{intentId}/confirm", ("payment_method", card));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_services is not null)
            await _services.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
