using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Nots.Functions.Http;

namespace Nots.Functions.Operations;

/// <summary>Orchestrations, to look at and to control, over HTTP.</summary>
public sealed class OrchestrationFunctions(ApiEntry api)
{
    [Function("ops-orchestrations-list")]
    public Task ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/ops/orchestrations")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("ops-orchestrations-get")]
    public Task GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/ops/orchestrations/{instanceId}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("ops-orchestrations-suspend")]
    public Task SuspendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/ops/orchestrations/{instanceId}/suspend")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("ops-orchestrations-resume")]
    public Task ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/ops/orchestrations/{instanceId}/resume")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("ops-orchestrations-terminate")]
    public Task TerminateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/ops/orchestrations/{instanceId}/terminate")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("ops-orchestrations-restart")]
    public Task RestartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/ops/orchestrations/{instanceId}/restart")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("ops-orchestrations-purge")]
    public Task PurgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/ops/orchestrations/{instanceId}/purge")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("ops-orchestrations-raise")]
    public Task RaiseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/ops/orchestrations/{instanceId}/events/{eventName}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);
}
