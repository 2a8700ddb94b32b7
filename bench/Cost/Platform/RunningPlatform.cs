using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Nots.Api;
using Nots.Api.Authentication;
using Nots.Application;
using Nots.Application.Common;
using Nots.Application.Lifecycle;
using Nots.Application.Messages;
using Nots.Application.Payments;
using Nots.Cost.Bench.Metering;
using Nots.Durable.Sqlite;
using Nots.Durable.TaskHub;
using Nots.Integrations.Phones;
using Nots.Integrations.Routing.Offline;
using Nots.Integrations.Time;
using Nots.Storage;
using Nots.Storage.Table;

namespace Nots.Cost.Bench.Platform;

/// <summary>
/// The platform behind its HTTP contract, on a table that is counted, with a clock that the benchmark moves; no timer runs, so
/// nothing is counted that the benchmark did not ask for.
/// </summary>
internal sealed class RunningPlatform : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Issuer _issuer;
    private readonly HttpClient _client;
    private readonly Idle _idle;
    private readonly Dictionary<Bearer, (string Token, DateTimeOffset Until)> _tokens = [];

    private RunningPlatform(WebApplication app, Issuer issuer, FakeTimeProvider time, Ledger ledger, Idle idle)
    {
        (_app, _issuer, Time, Ledger, _idle) = (app, issuer, time, ledger, idle);
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTimeProvider Time { get; }

    public Ledger Ledger { get; }

    public Fleet Fleet => Get<Fleet>();

    public CardProcessor Cards => Get<CardProcessor>();

    public Post Post => Get<Post>();

    /// <param name="table">To be counted.</param>
    /// <param name="ledger">Where the counts go.</param>
    /// <param name="time">The clock, which the table has, too.</param>
    /// <param name="folder">For the durable engine's file.</param>
    /// <param name="port">Free, on this machine.</param>
    public static async Task<RunningPlatform> StartAsync(ITable table, Ledger ledger, FakeTimeProvider time, string folder, int port)
    {
        var address = $"http://127.0.0.1:{port}";
        var issuer = new Issuer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(table)
            .AddStorage()
            .AddApplication(new Policies(), new SigningKeys([new byte[32]]))
            .AddSqliteOrchestrationService(new SqliteOrchestrationServiceOptions { DatabasePath = Path.Combine(folder, "durable.db") })
            .AddDurableTaskWorker(worker => worker.AddTasks(tasks => tasks.AddBookingWorkflows()).UseTaskHub())
            .AddDurableTaskClient(client => client.UseTaskHub())
            .AddOfflineRouting(new OfflineRoutingOptions())
            .AddLondonTime()
            .AddPhoneNumbers()
            .AddSingleton<CardProcessor>()
            .AddSingleton<IPaymentGateway>(provider => provider.GetRequiredService<CardProcessor>())
            .AddSingleton<IPaymentWebhook>(provider => provider.GetRequiredService<CardProcessor>())
            .AddSingleton<Post>()
            .AddSingleton<IEmailSender>(provider => provider.GetRequiredService<Post>())
            .AddSingleton<ISmsSender>(provider => provider.GetRequiredService<Post>())
            .AddSingleton<Fleet>()
            .AddApi(new ApiOptions { Identity = new IdentityOptions { Authority = $"{address}/issuer", ClientId = Issuer.ClientId, RequireHttps = false } });
        var idle = new Idle();
        var app = builder.Build();
        issuer.Map(app, $"{address}/issuer");
        NotsPipeline.Configure(app);
        await app.StartAsync();
        var platform = new RunningPlatform(app, issuer, time, ledger, idle);
        await platform.Fleet.SeedAsync();
        return platform;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Bearer Customer => new(Fleet.CustomerUserId, "customer");

    public Bearer Dispatcher => new(Fleet.DispatcherUserId, "dispatcher");

    public Bearer Driver => new(Fleet.DriverUserId, "driver");

    /// <summary>Asks the API, and gives its answer.</summary>
    /// <exception cref="InvalidOperationException">It refused.</exception>
    public async Task<JsonElement> AskAsync(
        HttpMethod method, string path, Bearer? bearer = null, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(bearer));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {text}");
    }

    /// <summary>Who signed in within the hour has a token still.</summary>
    private string TokenOf(Bearer bearer)
    {
        var now = Time.GetUtcNow();
        if (!_tokens.TryGetValue(bearer, out var known) || now >= known.Until)
            _tokens[bearer] = known = (_issuer.Token(bearer.UserId, bearer.Role, now), now.AddHours(1));
        return known.Token;
    }

    /// <summary>Waits until so many messages were sent in all, and nothing is left to be done before the clock moves.</summary>
    public Task QuietAsync(int messages) => _idle.WhenAsync(
        () => Post.Taken == messages, () => $"{Post.Taken} messages were sent; {messages} are expected.");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _issuer.Dispose();
        _idle.Dispose();
    }
}
