using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Nots.Functions.Http;

/// <summary>Gives whatever is at no other function's address the contract's own answer.</summary>
public sealed class UnmatchedFunction(ApiEntry api)
{
    /// <summary>The host asks functions in the order of their names whether a request is theirs, so this one has the last of all names.</summary>
    public const string Name = "zz-unmatched";

    [Function(Name)]
    public Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => api.RunAsync(request);
}
