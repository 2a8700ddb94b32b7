using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Nots.Functions.Http;

namespace Nots.Functions.Quotes;

/// <summary>Quotes, over HTTP.</summary>
public sealed class QuoteFunctions(ApiEntry api)
{
    [Function("quotes-create")]
    public Task CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/quotes")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("quotes-get")]
    public Task GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/quotes/{quoteId}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("vehicle-classes-list")]
    public Task VehicleClassesListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/vehicle-classes")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("locations-search")]
    public Task LocationsSearchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/locations")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);
}
