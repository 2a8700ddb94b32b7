using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Nots.Functions.Http;

/// <summary>Gives whatever is at no other function's address the contract's own answer.</summary>
public sealed class UnmatchedFunction(ApiEntry api)
{
    public const string Name = "unmatched";

    [Function(Name)]
    public Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => api.RunUnmatchedAsync(request);
}
