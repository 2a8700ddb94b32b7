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
/// <param name="options">The role, and what the token is for.</param>
/// <param name="identity">Who this program is to Azure; it caches its tokens.</param>
/// <param name="http">Takes the place of the SDK's own HTTP; null for that.</param>
internal sealed class WebIdentityCredentials(DynamoDbOptions options, TokenCredential identity, HttpClientFactory? http) : RefreshingAWSCredentials
{
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly TokenRequestContext _token = new([$"{options.IdentityAudience!.TrimEnd('/')}/.default"]);

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        PreemptExpiryTime = Renewed;
        var token = await identity.GetTokenAsync(_token, CancellationToken.None);
        using var sts = Client();
        var answer = await sts.AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = options.RoleArn,
            RoleSessionName = options.RoleSessionName,
            DurationSeconds = (int)Lifetime.TotalSeconds,
            WebIdentityToken = token.Token,
        });
        var keys = answer.Credentials;
        return new CredentialsRefreshState(
            new ImmutableCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken),
            keys.Expiration ?? throw new InvalidDataException("AWS gave keys without an end."));
    }

    /// <summary>Its request is not signed: the token in it is what AWS checks.</summary>
    private AmazonSecurityTokenServiceClient Client() => new(
        new AnonymousAWSCredentials(),
        new AmazonSecurityTokenServiceConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region), HttpClientFactory = http });
}
