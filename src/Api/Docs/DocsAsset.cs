using System.Collections.Frozen;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Pipeline;
using Nots.Domain.Common;
using Scalar.AspNetCore;

namespace Nots.Api.Docs;

/// <summary>The parts of the docs page: Scalar's script, from its package, and the line that starts it.</summary>
public sealed class DocsAsset : IEndpoint
{
    private const string Script = "text/javascript; charset=utf-8";

    private static readonly FrozenDictionary<string, (string Type, Lazy<byte[]> Bytes)> Assets = new Dictionary<string, (string, Lazy<byte[]>)>
    {
        ["scalar.js"] = (Script, new(() => FromPackage("ScalarStaticAssets.scalar.js"))),
        ["favicon.svg"] = ("image/svg+xml", new(() => FromPackage("ScalarStaticAssets.favicon.svg"))),
        ["start.js"] = (Script, new(() => Start.ToArray())),
    }.ToFrozenDictionary();

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

    private static ReadOnlySpan<byte> Start => """
        Scalar.createApiReference('#reference', {
          url: '/openapi/v1.json',
          telemetry: false,
          withDefaultFonts: false,
          hideClientButton: true,
          showDeveloperTools: 'never',
          agent: { disabled: true },
          mcp: { disabled: true },
        })
        """u8;

    public Task<IResult> HandleAsync(ApiRequest request) => Task.FromResult(
        Assets.TryGetValue(request.Route("asset"), out var asset)
            ? new BytesAnswer(asset.Bytes.Value, asset.Type)
            : Answers.Refused(Refusal.NotFound("page")));

    /// <summary>The package carries its files compressed.</summary>
    private static byte[] FromPackage(string name)
    {
        using var stream = typeof(ScalarOptions).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Scalar's package has no {name}.");
        using var plain = new GZipStream(stream, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        plain.CopyTo(bytes);
        return bytes.ToArray();
    }
}
