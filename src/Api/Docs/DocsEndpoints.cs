using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Domain.Common;
using Scalar.AspNetCore;

namespace Nots.Api.Docs;

/// <summary>
/// The contract in OpenAPI 3.1, and a page to read it with: Scalar's script from its package, so that it works offline. Its own
/// MapScalarApiReference writes a script into the page, which our content security policy forbids.
/// </summary>
internal static class DocsEndpoints
{
    private const string JavaScript = "text/javascript; charset=utf-8";
    private const string Gzip = "gzip";

    /// <summary>Scripts of ours only; the reference's components bring their styles with them.</summary>
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static readonly Lazy<byte[]> Scalar = new(() => ReadAsset("ScalarStaticAssets.scalar.js"));
    private static readonly Lazy<byte[]> Icon = new(() => ReadAsset("ScalarStaticAssets.favicon.svg"));

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

    private static readonly byte[] Start = """
        Scalar.createApiReference('#reference', {
          url: '/openapi/v1.json',
          telemetry: false,
          withDefaultFonts: false,
          hideClientButton: true,
          showDeveloperTools: 'never',
          agent: { disabled: true },
          mcp: { disabled: true },
        })
        """u8.ToArray();

    public static RouteGroupBuilder MapDocs(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Docs").RequireAccess(Access.Anyone).DisableRateLimiting();
        group.MapGet("/openapi/v1.json", GetDocumentAsync).WithName("openapi-get").WithSummary("This document").WithAnyQuery();
        group.MapGet("/docs", GetPage).WithName("docs-get").WithSummary("A page to read this document with").WithAnyQuery();
        group.MapGet("/docs/{asset}", GetAsset).WithName("docs-asset").WithSummary("A part of the page").WithAnyQuery();
        return group;
    }

    private static async Task<IResult> GetDocumentAsync(HttpContext context, OpenApiText document) =>
        Shared(context, await document.Utf8, "application/json; charset=utf-8");

    private static FileContentHttpResult GetPage(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = PagePolicy;
        return Shared(context, Page, "text/html; charset=utf-8");
    }

    private static IResult GetAsset(string asset, HttpContext context) => asset switch
    {
        "scalar.js" => Packed(context, Scalar.Value, JavaScript),
        "favicon.svg" => Packed(context, Icon.Value, "image/svg+xml"),
        "start.js" => Shared(context, Start, JavaScript),
        _ => ApiResults.Refused(Refusal.NotFound("page")),
    };

    /// <summary>The package's files are compressed, and sent so to whoever takes them so.</summary>
    private static FileContentHttpResult Packed(HttpContext context, byte[] packed, string contentType)
    {
        context.Response.Headers.AppendCommaSeparatedValues("Vary", "Accept-Encoding");
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains(Gzip, StringComparison.OrdinalIgnoreCase))
            return Shared(context, Unpack(packed), contentType);
        context.Response.Headers.ContentEncoding = Gzip;
        return Shared(context, packed, contentType);
    }

    /// <summary>Something that is the same for everybody, so that caches may keep it.</summary>
    private static FileContentHttpResult Shared(HttpContext context, byte[] bytes, string contentType)
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Bytes(bytes, contentType);
    }

    private static byte[] ReadAsset(string name)
    {
        using var stream = typeof(ScalarOptions).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Scalar's package has no {name}.");
        var packed = new byte[stream.Length];
        stream.ReadExactly(packed);
        return packed;
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var plain = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        plain.CopyTo(bytes);
        return bytes.ToArray();
    }
}
