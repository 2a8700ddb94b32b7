using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Webhooks;

/// <summary>
/// Posts events until somebody says 2xx, with growing waits. A delivery is struck off only after that, so that a kill in
/// between posts it again: at least once, as Stripe does.
/// </summary>
internal sealed class Dispatcher(
    Writer writer,
    WebhookEndpoint endpoint,
    WebhookSwitch switches,
    SimulatorOptions options,
    TimeProvider time,
    ILogger<Dispatcher> log) : BackgroundService
{
    private const int MaxParallel = 16;

    private readonly DueQueue _queue = new(time);
    private readonly SemaphoreSlim _slots = new(MaxParallel);
    private readonly HttpClient _client = NewClient(options);
    private readonly Reorderer _reorderer = new(time);
    private EventReader? _events;
    private CancellationToken _stopping;

    public DeliveryCounts Counts { get; } = new();

    /// <summary>Forgets what is queued: the events are gone.</summary>
    public void Clear()
    {
        _queue.Clear();
        _reorderer.Clear();
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _events = new EventReader(options.DataFolder);
        foreach (var delivery in await writer.RunAsync(database => database.PendingDeliveries()))
            _queue.Add(delivery);
        writer.Committed = Enqueue;
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _client.Dispose();
        _slots.Dispose();
        _events?.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        try
        {
            while (true)
            {
                var delivery = await _queue.TakeAsync(stoppingToken);
                await _slots.WaitAsync(stoppingToken);
                _ = DeliverAndReleaseAsync(delivery, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped: what is queued is in the database. What is being posted comes to its end first.
            for (var i = 0; i < MaxParallel; i++)
                await _slots.WaitAsync(CancellationToken.None);
        }
    }

    private void Enqueue(IReadOnlyList<PendingDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            if (switches.Take(delivery.Type) is not { } rule)
                _queue.Add(delivery);
            else
                Disturb(delivery, rule);
        }
    }

    private void Disturb(PendingDelivery delivery, WebhookRule rule)
    {
        switch (rule.Mode)
        {
            case WebhookMode.Drop:
                Counts.CountDropped();
                Forget(delivery);
                break;
            case WebhookMode.Delay:
                _queue.Add(delivery, rule.Delay);
                break;
            case WebhookMode.Duplicate:
                _queue.Add(delivery);
                _queue.Add(delivery);
                break;
            default:
                _reorderer.Hold(delivery, rule.Window, turned => _ = DeliverInOrderAsync(turned));
                break;
        }
    }

    private async Task DeliverInOrderAsync(IReadOnlyList<PendingDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            if (_stopping.IsCancellationRequested)
                return;
            await _slots.WaitAsync();
            await DeliverAndReleaseAsync(delivery, _stopping);
        }
    }

    private async Task DeliverAndReleaseAsync(PendingDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await DeliverAsync(delivery, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped while posting: it is still in the database.
        }
        catch (Exception fault) when (fault is SqliteException or ObjectDisposedException)
        {
            log.LogError(fault, "Event {Event} could not be delivered", delivery.Event);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task DeliverAsync(PendingDelivery delivery, CancellationToken cancellationToken)
    {
        if (endpoint.Settings.Url is not { } url || _events!.BodyOf(delivery.Event) is not { } body)
        {
            Forget(delivery);
        }
        else if (await PostAsync(url, body, cancellationToken))
        {
            Counts.CountDelivered();
            Forget(delivery);
        }
        else
        {
            Counts.CountFailed();
            Retry(delivery);
        }
    }

    private async Task<bool> PostAsync(Uri url, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            request.Headers.TryAddWithoutValidation(Signature.Header, Signature.Of(body, time.GetUtcNow(), endpoint.Settings.Secrets));
            using var response = await _client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogDebug(fault, "A webhook did not arrive");
            return false;
        }
    }

    private void Retry(PendingDelivery delivery)
    {
        if (time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(delivery.Created) > options.DeliveryLifetime)
        {
            Counts.CountGivenUp();
            Forget(delivery);
            return;
        }

        var wait = options.FirstRetryDelay * Math.Pow(2, Math.Min(delivery.Attempts, 20));
        _queue.Add(delivery with { Attempts = delivery.Attempts + 1 }, wait < options.MaxRetryDelay ? wait : options.MaxRetryDelay);
    }

    private void Forget(PendingDelivery delivery) => _ = writer.RunAsync(database => database.FinishDelivery(delivery.Event));

    private static HttpClient NewClient(SimulatorOptions options)
    {
        // A redirect is a failure, as at Stripe.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxConnectionsPerServer = MaxParallel };
        var client = new HttpClient(handler) { Timeout = options.DeliveryTimeout };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Stripe/1.0 (+https://stripe.com/docs/webhooks)");
        return client;
    }
}
