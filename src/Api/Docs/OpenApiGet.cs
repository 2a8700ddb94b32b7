using Microsoft.AspNetCore.Http;
using Nots.Api.Pipeline;

namespace Nots.Api.Docs;

/// <summary>The contract in OpenAPI 3.1.</summary>
public sealed class OpenApiGet : IEndpoint
{
    private static readonly Lazy<Task<byte[]>> Text = new(() => OpenApiText.WriteAsync(Catalogue.All, CancellationToken.None));

    public static EndpointInfo Info { get; } = new()
    {
        Name = "openapi-get",
        Tag = "Docs",
        Method = HttpMethods.Get,
        Route = "openapi/v1.json",
        Summary = "This document",
        Access = Access.Anyone,
        Handler = typeof(OpenApiGet),
        Limited = false,
        Query = null,
    };

    public async Task<IResult> HandleAsync(ApiRequest request) =>
        new BytesAnswer(await Text.Value, "application/json; charset=utf-8");
}
