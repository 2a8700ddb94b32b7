using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Nots.Api;
using Nots.Functions.Durable;

namespace Nots.Functions.Http;

/// <summary>Where functions hand requests over to the contract's pipeline, which finds the operation itself.</summary>
public sealed class ApiEntry(NotsPipeline pipeline, CurrentClient current)
{
    public async Task RunAsync(HttpRequest request, DurableTaskClient client)
    {
        current.Set(client);
        await pipeline.InvokeAsync(request.HttpContext);
    }

    /// <summary>For what has no orchestration in it.</summary>
    public Task RunAsync(HttpRequest request) => pipeline.InvokeAsync(request.HttpContext);
}
