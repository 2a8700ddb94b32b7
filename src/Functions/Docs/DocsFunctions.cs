using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Nots.Functions.Http;

namespace Nots.Functions.Docs;

/// <summary>The contract itself, and the page to read it with, over HTTP.</summary>
public sealed class DocsFunctions(ApiEntry api)
{
    [Function("openapi-get")]
    public Task OpenApiGetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi/v1.json")] HttpRequest request) =>
        api.RunAsync(request);

    [Function("docs-get")]
    public Task GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs")] HttpRequest request) =>
        api.RunAsync(request);

    [Function("docs-asset")]
    public Task AssetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs/{asset}")] HttpRequest request) =>
        api.RunAsync(request);
}
