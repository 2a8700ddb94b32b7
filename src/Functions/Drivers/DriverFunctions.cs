using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Nots.Functions.Http;

namespace Nots.Functions.Drivers;

/// <summary>Drivers and their jobs, over HTTP.</summary>
public sealed class DriverFunctions(ApiEntry api)
{
    [Function("drivers-list")]
    public Task ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/drivers")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("drivers-get")]
    public Task GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/drivers/{driverId}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("drivers-jobs")]
    public Task JobsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/drivers/{driverId}/jobs")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);
}
