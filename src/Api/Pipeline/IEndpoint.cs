using Microsoft.AspNetCore.Http;

namespace Nots.Api.Pipeline;

/// <summary>One operation of the HTTP contract. It maps the request to a use case and the answer to JSON, and decides nothing itself.</summary>
public interface IEndpoint
{
    /// <summary>What the operation is called, where it is found, and who may use it.</summary>
    static abstract EndpointInfo Info { get; }

    Task<IResult> HandleAsync(ApiRequest request);
}
