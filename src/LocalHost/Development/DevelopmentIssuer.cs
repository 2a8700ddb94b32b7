using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Users;
using Nots.LocalHost.Settings;

namespace Nots.LocalHost.Development;

/// <summary>Stands in for the identity provider: it signs access tokens like Cognito's for any known user who is named, without a password.</summary>
internal sealed class DevelopmentIssuer(IssuerKey key, Uri address, IIdSource ids, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Who the tokens say that they are from.</summary>
    public string Issuer { get; } = DevelopmentIdentity.Authority(address);

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
                ["client_id"] = DevelopmentIdentity.ClientId,
                ["cognito:groups"] = new[] { Wire.Name(user.Role) },
                ["jti"] = ids.New("token"),
            },
        });
    }

    public DiscoveryDocument Discovery() => new(
        Issuer, $"{Issuer}/keys", new Uri(address, "dev/token").ToString(), [SecurityAlgorithms.EcdsaSha256], ["token"], ["public"]);

    public KeySet Keys() => new([key.Public]);
}
