using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Nots.Functions.Http;

namespace Nots.Functions.Bookings;

/// <summary>Bookings, over HTTP.</summary>
public sealed class BookingFunctions(ApiEntry api)
{
    [Function("bookings-create")]
    public Task CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/bookings")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("bookings-list")]
    public Task ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/bookings")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("bookings-get")]
    public Task GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/bookings/{bookingId}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("bookings-amend")]
    public Task AmendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "v1/bookings/{bookingId}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("bookings-cancel")]
    public Task CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/bookings/{bookingId}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("bookings-events")]
    public Task EventsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/bookings/{bookingId}/events")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);
}
