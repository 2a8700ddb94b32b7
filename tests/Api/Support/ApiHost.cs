using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Nots.Api.Authentication;
using Nots.Api.Limits;
using Nots.Application;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Compliance;
using Nots.Application.Dispatch;
using Nots.Application.Drivers;
using Nots.Application.Fleet;
using Nots.Application.Idempotency;
using Nots.Application.Payments;
using Nots.Application.Places;
using Nots.Application.Quotes;
using Nots.Application.Settings;
using Nots.Application.Storage;
using Nots.Application.Users;
using Nots.Application.Vehicles;
using Nots.Storage.Cursors;

namespace Nots.Api.Tests.Support;

/// <summary>The contract on a real server on a port of its own, with the real use cases over small fakes of their ports.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiHost(WebApplication app, TestIssuer issuer, FakeTimeProvider time, RecordedLog log)
    {
        (_app, Issuer, Time, Log) = (app, issuer, time, log);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public TestIssuer Issuer { get; }

    public FakeTimeProvider Time { get; }

    public RecordedLog Log { get; }

    public MemoryTable Table => Get<MemoryTable>();

    public FakePlanner Planner => Get<FakePlanner>();

    public FakeOrchestrations Orchestrations => Get<FakeOrchestrations>();

    public FakeFleet Fleet => Get<FakeFleet>();

    public static async Task<ApiHost> StartAsync(Func<ApiOptions, ApiOptions>? change = null, Action<IServiceCollection>? services = null)
    {
        var issuer = await TestIssuer.StartAsync();
        var time = new FakeTimeProvider(A.Now);
        var log = new RecordedLog();
        var options = new ApiOptions
        {
            Identity = new IdentityOptions { Authority = issuer.Address, ClientId = TestIssuer.ClientId, RequireHttps = false },
            Limits = new LimitOptions { AnonymousPerHour = 10_000 },
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        AddPlatform(builder.Services, time);
        builder.Services.AddApi(change?.Invoke(options) ?? options);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        NotsPipeline.Configure(app);
        await app.StartAsync();
        return new ApiHost(app, issuer, time, log);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Sends a request; a body is JSON unless said otherwise.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? body = null, string? token = null, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Answer.OfAsync(await Client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    public Task<Answer> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, null, token);

    public Task<Answer> PostAsync(string path, string body, string? token = null) => SendAsync(HttpMethod.Post, path, body, token);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    private static void AddPlatform(IServiceCollection services, FakeTimeProvider time)
    {
        var secret = Enumerable.Repeat((byte)7, 32).ToArray();
        var table = new MemoryTable(time);
        var fleet = new FakeFleet();
        var planner = new FakePlanner();
        var orchestrations = new FakeOrchestrations();
        services
            .AddSingleton<TimeProvider>(time)
            .AddApplication(new Policies(), new SigningKeys([secret]))
            .AddSingleton(table).AddSingleton<ITransactions>(table).AddSingleton<IQuoteStore>(table).AddSingleton<IBookingStore>(table).AddSingleton<IPaymentSecretStore>(table)
            .AddSingleton<IIdempotencyStore>(table).AddSingleton<IUserStore>(table)
            .AddSingleton(fleet).AddSingleton<IDriverStore>(fleet).AddSingleton<IVehicleStore>(fleet).AddSingleton<IDocumentStore>(fleet).AddSingleton<IAllocationStore>(fleet).AddSingleton<IFleetStore>(fleet)
            .AddSingleton(planner).AddSingleton<IRoutePlanner>(planner)
            .AddSingleton(orchestrations).AddSingleton<DurableTaskClient>(orchestrations)
            .AddSingleton<ISettingsStore, FakeSettings>()
            .AddSingleton<ILondonTime, FakeLondon>()
            .AddSingleton<IPhoneNumbers, FakePhones>()
            .AddSingleton<IPaymentGateway, FakeGateway>()
            .AddSingleton<IPaymentWebhook, FakeWebhook>()
            .AddSingleton<ICursorCodec>(new SignedCursor(secret));
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private JsonElement? _json;

    public JsonElement Json => _json ??= JsonElement.Parse(Body);

    public JsonElement Error => Json.GetProperty("error");

    public string Code => Error.GetProperty("code").GetString()!;

    /// <summary>Each field at fault with its constraint, as <c>passengers:range</c>.</summary>
    public IReadOnlyList<string> Faults =>
    [
        .. Error.GetProperty("details").GetProperty("fields").EnumerateArray()
            .Select(fault => $"{fault.GetProperty("field").GetString()}:{fault.GetProperty("constraint").GetString()}"),
    ];

    public string Text(string name) => Json.GetProperty(name).GetString()!;

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var headers = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new Answer(response.StatusCode, headers, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
