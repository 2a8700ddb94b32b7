using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Azure.Core;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// Keys for an hour, got by showing Azure's token of this program to AWS, which trusts it for one role (OIDC federation,
/// <c>AssumeRoleWithWebIdentity</c>). They are renewed a quarter of an hour before they end; no key is kept anywhere.
/// </summary>
internal sealed class WebIdentityCredentials : RefreshingAWSCredentials
{
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly DynamoDbOptions _options;
    private readonly TokenCredential _identity;
    private readonly HttpClientFactory? _http;
    private readonly TokenRequestContext _token;

    /// <param name="options">The role, and what the token is for.</param>
    /// <param name="identity">Who this program is to Azure; it caches its tokens.</param>
    /// <param name="http">Takes the place of the SDK's own HTTP; null for that.</param>
    public WebIdentityCredentials(DynamoDbOptions options, TokenCredential identity, HttpClientFactory? http)
    {
        (_options, _identity, _http) = (options, identity, http);
        _token = new TokenRequestContext([$"{options.IdentityAudience!.TrimEnd('/')}/.default"]);
        PreemptExpiryTime = Renewed;
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        // The SDK gives no token of the call that waits for the keys: each step has a bound of its own.
        using var bound = new CancellationTokenSource(_options.AttemptTimeout, _options.DeadlineClock);
        var token = await _identity.GetTokenAsync(_token, bound.Token);
        using var sts = Client();
        var answer = await sts.AssumeRoleWithWebIdentityAsync(
            new AssumeRoleWithWebIdentityRequest
            {
                RoleArn = _options.RoleArn,
                RoleSessionName = _options.RoleSessionName,
                DurationSeconds = (int)Lifetime.TotalSeconds,
                WebIdentityToken = token.Token,
            },
            bound.Token);
        var keys = answer.Credentials;
        return new CredentialsRefreshState(
            new ImmutableCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken),
            keys.Expiration ?? throw new InvalidDataException("AWS gave keys without an end."));
    }

    /// <summary>Its request is not signed: the token in it is what AWS checks. Trying again is for whoever makes the call.</summary>
    private AmazonSecurityTokenServiceClient Client() => new(
        new AnonymousAWSCredentials(),
        new AmazonSecurityTokenServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(_options.Region),
            HttpClientFactory = _http,
            MaxErrorRetry = 0,
        });
}
