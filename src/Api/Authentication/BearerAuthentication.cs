using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Api.Authentication;

/// <summary>Sets up ASP.NET Core's bearer authentication: which tokens are accepted, and our shape of 401 and 403.</summary>
internal sealed class BearerAuthentication(IdentityOptions identity, TimeProvider time) : IConfigureNamedOptions<JwtBearerOptions>
{
    private const string Scheme = "Bearer ";
    private const int MaxSubjectLength = 256;

    /// <summary>
    /// What AddAuthentication registers but data protection, whose keys are written to disk when a host starts: bearer tokens need none.
    /// </summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthenticationCore(options => options.DefaultScheme = JwtBearerDefaults.AuthenticationScheme).AddWebEncoders();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerAuthentication>().AddSingleton<Callers>();
        services.AddSingleton<ValidTokens>().AddSingleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>();
        new AuthenticationBuilder(services).AddScheme<JwtBearerOptions, BearerHandler>(JwtBearerDefaults.AuthenticationScheme, null);
    }

    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var issuer = new ConfigurationManager<OpenIdConnectConfiguration>(
            identity.Authority.TrimEnd('/') + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = identity.RequireHttps })
        {
            // A key that is not known yet makes us fetch them again, but nobody can make us do so all the time.
            RefreshInterval = TimeSpan.FromMinutes(1),
            // A key that the issuer took back is not good for another hour.
            UseLastKnownGoodConfiguration = false,
        };
        options.ConfigurationManager = issuer;
        options.SaveToken = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new AccessTokenHandler(issuer));
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsInForce(notBefore, expires, time.GetUtcNow().UtcDateTime),
            AudienceValidator = (audiences, token, _) => IsForUs(audiences, token),
        };
        options.Events = new JwtBearerEvents { OnMessageReceived = RequireBearer, OnTokenValidated = IdentifyAsync, OnChallenge = ChallengeAsync, OnForbidden = ForbidAsync };
    }

    /// <summary>Another scheme, or two headers, are no token of ours: they are refused rather than ignored.</summary>
    private static Task RequireBearer(MessageReceivedContext received)
    {
        var header = received.Request.Headers.Authorization;
        if (header.Count > 0 && (header is not [{ } text] || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)))
            received.Fail("The Authorization header must have one bearer token.");
        return Task.CompletedTask;
    }

    /// <summary>Cognito signs identity tokens with the same key; only an access token lets anybody in.</summary>
    private Task IdentifyAsync(TokenValidatedContext validated)
    {
        var token = (JsonWebToken)validated.SecurityToken;
        if ((token.TryGetPayloadValue<string>("token_use", out var use) && use != "access") || token.Subject is not { Length: > 0 and <= MaxSubjectLength })
            validated.Fail("The token is not an access token of a user.");
        else
            validated.Principal = new UserPrincipal((ClaimsIdentity)validated.Principal!.Identity!, token.Subject, RoleOf(token), new DateTimeOffset(token.ValidTo, TimeSpan.Zero));
        return Task.CompletedTask;
    }

    /// <summary>The highest role among the groups; without a known one it is customer.</summary>
    private Role RoleOf(JsonWebToken token)
    {
        var role = Role.Customer;
        foreach (var claim in token.Claims)
        {
            if (claim.Type == identity.RoleClaim && Wire.TryParse<Role>(claim.Value, out var group) && group > role)
                role = group;
        }
        return role;
    }

    private static Task ChallengeAsync(JwtBearerChallengeContext challenge)
    {
        challenge.HandleResponse();
        var (header, message) = challenge.AuthenticateFailure is null
            ? ("Bearer", "An access token is needed.")
            : ("Bearer error=\"invalid_token\"", "The access token is invalid or has expired.");
        challenge.Response.Headers.WWWAuthenticate = header;
        return new ErrorResult(new Refusal(ApiErrorCode.Unauthorized, message)).ExecuteAsync(challenge.HttpContext);
    }

    private static Task ForbidAsync(ForbiddenContext forbidden)
    {
        var role = forbidden.HttpContext.Scope().Caller?.Role;
        var message = role is { } known ? $"This is not for the role {Wire.Name(known)}." : "This is not for you.";
        return new ErrorResult(new Refusal(ErrorCode.Forbidden, message)).ExecuteAsync(forbidden.HttpContext);
    }

    private static bool IsInForce(DateTime? notBefore, DateTime? expires, DateTime now) =>
        now - AccessTokenHandler.ClockSkew < expires && (notBefore is not { } start || now + AccessTokenHandler.ClockSkew >= start);

    private bool IsForUs(IEnumerable<string> audiences, SecurityToken token)
    {
        if (!string.IsNullOrEmpty(identity.Audience) && !audiences.Contains(identity.Audience, StringComparer.Ordinal))
            return false;
        return string.IsNullOrEmpty(identity.ClientId)
            || (token is JsonWebToken jwt && jwt.TryGetPayloadValue<string>("client_id", out var client) && client == identity.ClientId);
    }
}
