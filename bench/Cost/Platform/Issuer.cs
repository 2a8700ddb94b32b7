using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Nots.Cost.Bench.Platform;

/// <summary>Signs access tokens, and publishes the key on the platform's own server.</summary>
internal sealed class Issuer : IDisposable
{
    public const string ClientId = "nots-cost";

    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    public string Address { get; private set; } = "";

    public void Map(WebApplication app, string address)
    {
        Address = address;
        app.MapGet("/issuer/.well-known/openid-configuration", (RequestDelegate)(context => context.Response.WriteAsJsonAsync(
            new Dictionary<string, string> { ["issuer"] = Address, ["jwks_uri"] = $"{Address}/keys" })));
        app.MapGet("/issuer/keys", (RequestDelegate)(context => context.Response.WriteAsJsonAsync(
            new Dictionary<string, object> { ["keys"] = new[] { Public() } })));
    }

    /// <param name="subject">The user's id.</param>
    /// <param name="role">As the identity provider's group.</param>
    /// <param name="now">From when, for an hour.</param>
    public string Token(string subject, string role, DateTimeOffset now) => _tokens.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = now.UtcDateTime.AddHours(1),
        SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(_pair) { KeyId = "1" }, SecurityAlgorithms.EcdsaSha256),
        Claims = new Dictionary<string, object>
        {
            ["sub"] = subject,
            ["client_id"] = ClientId,
            ["token_use"] = "access",
            ["cognito:groups"] = new[] { role },
        },
    });

    public void Dispose() => _pair.Dispose();

    private Dictionary<string, string> Public()
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(ECDsa.Create(_pair.ExportParameters(false))) { KeyId = "1" });
        return new() { ["kty"] = key.Kty, ["kid"] = key.Kid, ["use"] = "sig", ["crv"] = key.Crv, ["x"] = key.X, ["y"] = key.Y };
    }
}
