using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Nots.Functions.Http;

namespace Nots.Functions.Dispatch;

/// <summary>Dispatch, over HTTP.</summary>
public sealed class DispatchFunctions(ApiEntry api)
{
    [Function("dispatch-assign")]
    public Task AssignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/dispatch/assign")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("dispatch-candidates")]
    public Task CandidatesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/dispatch/candidates")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);
}
