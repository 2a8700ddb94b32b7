using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.LocalHost.Identity;

/// <summary>Stands in for the identity provider: it signs access tokens like Cognito's for any known user who is named, without a password.</summary>
internal sealed class DevelopmentIssuer(IssuerKey key, Uri address, IIdSource ids, TimeProvider time)
{
    public const string ClientId = "nots-local";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Who the tokens say that they are from.</summary>
    public string Issuer { get; } = AddressOf(address);

    public static string AddressOf(Uri host) => new Uri(host, "dev/issuer").ToString();

    public string TokenFor(User user)
    {
        var now = time.GetUtcNow();
        return _tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            SigningCredentials = key.Signing,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = user.Id,
                ["username"] = user.Email,
                ["token_use"] = "access",
                ["client_id"] = ClientId,
                ["cognito:groups"] = new[] { Wire.Name(user.Role) },
                ["jti"] = ids.New("token"),
            },
        });
    }

    /// <summary>The discovery document (OpenID Connect Discovery 1.0).</summary>
    public object Discovery() => new Dictionary<string, object>
    {
        ["issuer"] = Issuer,
        ["jwks_uri"] = $"{Issuer}/keys",
        ["token_endpoint"] = new Uri(address, "dev/token").ToString(),
        ["id_token_signing_alg_values_supported"] = new[] { SecurityAlgorithms.EcdsaSha256 },
        ["response_types_supported"] = new[] { "token" },
        ["subject_types_supported"] = new[] { "public" },
    };

    public object Keys() => new Dictionary<string, object> { ["keys"] = new[] { key.Public } };
}
