using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Pipeline;
using Nots.Domain.Common;
using Scalar.AspNetCore;

namespace Nots.Api.Docs;

/// <summary>The parts of the docs page: Scalar's script, from its package, and the lines that start it.</summary>
public sealed class DocsAsset : IEndpoint
{
    private const string Script = "text/javascript; charset=utf-8";
    private const string Packing = "gzip";

    private static readonly Lazy<byte[]> Scalar = new(() => FromPackage("ScalarStaticAssets.scalar.js"));
    private static readonly Lazy<byte[]> Icon = new(() => FromPackage("ScalarStaticAssets.favicon.svg"));

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

    public static EndpointInfo Info { get; } = new()
    {
        Name = "docs-asset",
        Tag = "Docs",
        Method = HttpMethods.Get,
        Route = "docs/{asset}",
        Summary = "A part of the page",
        Access = Access.Anyone,
        Handler = typeof(DocsAsset),
        Limited = false,
        Query = null,
    };

    public Task<IResult> HandleAsync(ApiRequest request) => Task.FromResult<IResult>(request.Route("asset") switch
    {
        "scalar.js" => Packed(request, Scalar.Value, Script),
        "favicon.svg" => Packed(request, Icon.Value, "image/svg+xml"),
        "start.js" => new BytesAnswer(Start, Script),
        _ => Answers.Refused(Refusal.NotFound("page")),
    });

    /// <summary>The package's files are compressed, and sent so to whoever takes them so.</summary>
    private static BytesAnswer Packed(ApiRequest request, byte[] packed, string type)
    {
        request.Context.Response.Headers.AppendCommaSeparatedValues("Vary", "Accept-Encoding");
        return request.Context.Request.Headers.AcceptEncoding.ToString().Contains(Packing, StringComparison.OrdinalIgnoreCase)
            ? new BytesAnswer(packed, type, encoding: Packing)
            : new BytesAnswer(Unpack(packed), type);
    }

    private static byte[] FromPackage(string name)
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
