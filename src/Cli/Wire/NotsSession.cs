using System.Net;
using System.Net.Http.Headers;

namespace Nots.Cli.Wire;

/// <summary>What one signed-in user asks of the platform.</summary>
internal sealed class NotsSession(JsonChannel channel, string token)
{
    private const int MostOnOnePage = 100;

    public Task<Quote> QuoteAsync(QuoteRequest request, CancellationToken cancellationToken) =>
        SendAsync<Quote>(HttpMethod.Post, "/v1/quotes", request, cancellationToken);

    /// <param name="request">What to book.</param>
    /// <param name="idempotencyKey">The same key makes the same booking, once.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<Booking> BookAsync(BookingRequest request, string idempotencyKey, CancellationToken cancellationToken)
    {
        var message = Message(HttpMethod.Post, "/v1/bookings", request);
        message.Headers.Add("Idempotency-Key", idempotencyKey);
        return channel.SendAsync<Booking>(message, cancellationToken);
    }

    public Task<Booking> BookingAsync(string bookingId, CancellationToken cancellationToken) =>
        SendAsync<Booking>(HttpMethod.Get, $"/v1/bookings/{bookingId}", null, cancellationToken);

    public Task<PaymentIntent> PaymentIntentAsync(string bookingId, CancellationToken cancellationToken) =>
        SendAsync<PaymentIntent>(HttpMethod.Post, "/v1/payments/intents", new { bookingId }, cancellationToken);

    public async Task<IReadOnlyList<Driver>> DriversAsync(CancellationToken cancellationToken) =>
        (await SendAsync<DriverPage>(HttpMethod.Get, $"/v1/drivers?limit={MostOnOnePage}", null, cancellationToken)).Drivers;

    /// <summary>Every driver with their gates' verdicts, best first.</summary>
    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(string bookingId, CancellationToken cancellationToken) =>
        (await SendAsync<CandidateList>(HttpMethod.Get, $"/v1/dispatch/candidates?bookingId={bookingId}", null, cancellationToken)).Candidates;

    public Task<Booking> AssignAsync(string bookingId, string driverId, string vehicleId, CancellationToken cancellationToken) =>
        SendAsync<Booking>(HttpMethod.Post, "/v1/dispatch/assign", new { bookingId, driverId, vehicleId, notifyDriver = true }, cancellationToken);

    /// <param name="bookingId">The job.</param>
    /// <param name="progress">Such as <c>en_route</c>.</param>
    /// <param name="at">Where the driver is; null to say nothing of it.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<Booking> ReportAsync(string bookingId, string progress, Location? at, CancellationToken cancellationToken) =>
        SendAsync<Booking>(
            HttpMethod.Patch, $"/v1/bookings/{bookingId}", new { progress, latitude = at?.Latitude, longitude = at?.Longitude }, cancellationToken);

    public Task<Booking> CancelAsync(string bookingId, string reason, CancellationToken cancellationToken) =>
        SendAsync<Booking>(HttpMethod.Delete, $"/v1/bookings/{bookingId}?reason={Uri.EscapeDataString(reason)}", null, cancellationToken);

    /// <summary>Null as long as it is not started.</summary>
    public async Task<Orchestration?> OrchestrationAsync(string instanceId, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync<Orchestration>(HttpMethod.Get, $"/v1/ops/orchestrations/{instanceId}", null, cancellationToken);
        }
        catch (RefusedException refusal) when (refusal.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>How many orchestrations are under way or about to be, up to a page of each.</summary>
    public async Task<int> UnderWayAsync(CancellationToken cancellationToken) =>
        (await SendAsync<OrchestrationPage>(HttpMethod.Get, "/v1/ops/orchestrations?status=pending", null, cancellationToken)).Orchestrations.Count
        + (await SendAsync<OrchestrationPage>(HttpMethod.Get, "/v1/ops/orchestrations?status=running", null, cancellationToken)).Orchestrations.Count;

    private Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken) =>
        channel.SendAsync<T>(Message(method, path, body), cancellationToken);

    private HttpRequestMessage Message(HttpMethod method, string path, object? body) => new(method, path)
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        Content = body is null ? null : channel.Content(body),
    };

    private sealed record OrchestrationPage(IReadOnlyList<Orchestration> Orchestrations);

    private sealed record DriverPage(IReadOnlyList<Driver> Drivers);

    private sealed record CandidateList(IReadOnlyList<Candidate> Candidates);
}
