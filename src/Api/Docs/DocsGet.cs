using Microsoft.AspNetCore.Http;
using Nots.Api.Pipeline;

namespace Nots.Api.Docs;

/// <summary>A page to read the contract with.</summary>
public sealed class DocsGet : IEndpoint
{
    private static readonly byte[] Page = """
        <!doctype html>
        <html lang="en-GB">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>NOTS API</title>
          <link rel="icon" type="image/svg+xml" href="/docs/favicon.svg">
        </head>
        <body>
          <div id="reference"></div>
          <noscript>The contract is at <a href="/openapi/v1.json">/openapi/v1.json</a>.</noscript>
          <script src="/docs/scalar.js"></script>
          <script src="/docs/start.js"></script>
        </body>
        </html>
        """u8.ToArray();

    public static EndpointInfo Info { get; } = new()
    {
        Name = "docs-get",
        Tag = "Docs",
        Method = HttpMethods.Get,
        Route = "docs",
        Summary = "A page to read this document with",
        Access = Access.Anyone,
        Handler = typeof(DocsGet),
        Limited = false,
        Query = null,
    };

    /// <summary>Scripts of ours only; the reference's components bring their styles with them.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public Task<IResult> HandleAsync(ApiRequest request) => Task.FromResult<IResult>(new BytesAnswer(Page, "text/html; charset=utf-8", csp: Policy));
}
