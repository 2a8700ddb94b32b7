using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Nots.Api.Tests.Support;

/// <summary>An OpenID Connect issuer on this machine, with discovery and keys over HTTP.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string ClientId = "nots-tests";

    // Making an RSA key takes longer than most tests.
    private static readonly RSA RsaPair = RSA.Create(2048);
    private static readonly ECDsa EcPair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly WebApplication _app;
    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    private TestIssuer(WebApplication app) => _app = app;

    public RsaSecurityKey Rsa { get; } = new(RsaPair) { KeyId = "rsa-1" };

    public ECDsaSecurityKey Ec { get; } = new(EcPair) { KeyId = "ec-1" };

    public string Address => _app.Urls.First();

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new TestIssuer(builder.Build());
        issuer._app.MapGet("/.well-known/openid-configuration", (RequestDelegate)issuer.DiscoverAsync);
        issuer._app.MapGet("/keys", (RequestDelegate)issuer.KeysAsync);
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A good token, but for what a test changes.</summary>
    public string Token(string subject, params string[] groups) => Token(subject, groups, _ => { });

    public string Token(string subject, string[] groups, Action<SecurityTokenDescriptor> change)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Address,
            IssuedAt = A.Now.UtcDateTime,
            NotBefore = A.Now.UtcDateTime,
            Expires = A.Now.UtcDateTime.AddHours(1),
            SigningCredentials = new SigningCredentials(Rsa, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = subject, ["client_id"] = ClientId, ["token_use"] = "access" },
        };
        if (groups.Length > 0)
            descriptor.Claims["cognito:groups"] = groups;
        change(descriptor);
        return _tokens.CreateToken(descriptor);
    }

    public AuthenticationHeaderValue Bearer(string subject, params string[] groups) => new("Bearer", Token(subject, groups));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task DiscoverAsync(HttpContext context) => context.Response.WriteAsJsonAsync(new Dictionary<string, object>
    {
        ["issuer"] = Address,
        ["jwks_uri"] = $"{Address}/keys",
    });

    private Task KeysAsync(HttpContext context)
    {
        object[] keys =
        [
            Public(JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(RsaPair.ExportParameters(false)) { KeyId = Rsa.KeyId })),
            Public(JsonWebKeyConverter.ConvertFromECDsaSecurityKey(
                new ECDsaSecurityKey(ECDsa.Create(EcPair.ExportParameters(false))) { KeyId = Ec.KeyId })),
        ];
        return context.Response.WriteAsJsonAsync(new Dictionary<string, object> { ["keys"] = keys });
    }

    private static Dictionary<string, string> Public(JsonWebKey key)
    {
        (string Name, string? Value)[] parts =
            [("kty", key.Kty), ("kid", key.Kid), ("use", "sig"), ("n", key.N), ("e", key.E), ("crv", key.Crv), ("x", key.X), ("y", key.Y)];
        return parts.Where(part => part.Value is not null).ToDictionary(part => part.Name, part => part.Value!);
    }
}
