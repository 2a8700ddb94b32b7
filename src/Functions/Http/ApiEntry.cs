using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Nots.Api.Pipeline;
using Nots.Functions.Durable;

namespace Nots.Functions.Http;

/// <summary>Where the functions of the HTTP contract hand over to it.</summary>
public sealed class ApiEntry(ApiPipeline pipeline, CurrentClient current)
{
    public async Task RunAsync(HttpRequest request, DurableTaskClient client, EndpointInfo endpoint)
    {
        current.Set(client);
        await pipeline.InvokeAsync(request.HttpContext, endpoint);
    }

    /// <summary>For preflights, wrong methods and unknown paths.</summary>
    public Task RunUnmatchedAsync(HttpRequest request) => pipeline.InvokeUnmatchedAsync(request.HttpContext);
}
