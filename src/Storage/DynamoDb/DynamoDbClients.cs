using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Azure.Identity;
using Nots.Application.Configuration;

namespace Nots.Storage.DynamoDb;

/// <summary>Makes clients of DynamoDB as the options say. A client tries once, unless it is told otherwise: trying again is for its user to decide.</summary>
public static class DynamoDbClients
{
    /// <summary>DynamoDB Local takes any key of letters and digits.</summary>
    private const string LocalKey = "local";

    /// <param name="options">Without faults.</param>
    /// <param name="http">Takes the place of the SDK's own HTTP: a test's faults, or a proxy.</param>
    /// <param name="retries">How often the client itself tries again, with the SDK's pauses: for a tool that calls it directly.</param>
    /// <exception cref="ArgumentException">The options have faults; all of them are named.</exception>
    public static IAmazonDynamoDB Create(DynamoDbOptions options, HttpClientFactory? http = null, int retries = 0)
    {
        options.ThrowIfInvalid();

        var config = new AmazonDynamoDBConfig
        {
            MaxErrorRetry = retries,
            HttpClientFactory = http,
        };
        // Who tries again by itself also gives up a try by itself; the table's own cancels one that takes too long.
        if (retries > 0)
            config.Timeout = options.Deadline;
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
