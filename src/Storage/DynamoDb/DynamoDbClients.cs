using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Azure.Identity;

namespace Nots.Storage.DynamoDb;

/// <summary>Makes clients of DynamoDB as the options say. Each client tries once: trying again is for its user to decide.</summary>
public static class DynamoDbClients
{
    /// <summary>DynamoDB Local takes any key of letters and digits.</summary>
    private const string LocalKey = "local";

    /// <param name="options">Without faults.</param>
    /// <param name="http">Takes the place of the SDK's own HTTP: a test's faults, or a proxy.</param>
    /// <exception cref="ArgumentException">The options have faults; all of them are named.</exception>
    public static IAmazonDynamoDB Create(DynamoDbOptions options, HttpClientFactory? http = null)
    {
        if (options.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(" ", faults), nameof(options));

        var config = new AmazonDynamoDBConfig
        {
            MaxErrorRetry = 0,
            HttpClientFactory = http,
        };
        if (options.Endpoint is { } endpoint)
            (config.ServiceURL, config.AuthenticationRegion) = (endpoint.ToString(), options.Region);
        else
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);

        return Credentials(options, http) is { } credentials ? new AmazonDynamoDBClient(credentials, config) : new AmazonDynamoDBClient(config);
    }

    /// <summary>Null leaves it to the SDK's chain.</summary>
    private static AWSCredentials? Credentials(DynamoDbOptions options, HttpClientFactory? http) => options switch
    {
        { IsLocal: true } => new BasicAWSCredentials(LocalKey, LocalKey),
        { Credentials: DynamoDbCredentials.WebIdentity } => new WebIdentityCredentials(options, ManagedIdentity(options), http),
        _ => null,
    };

    private static ManagedIdentityCredential ManagedIdentity(DynamoDbOptions options) => new(
        options.IdentityClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
}
