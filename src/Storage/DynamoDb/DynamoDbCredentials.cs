namespace Nots.Storage.DynamoDb;

/// <summary>Where the keys come from that requests to DynamoDB are signed with.</summary>
public enum DynamoDbCredentials
{
    /// <summary>Wherever the AWS SDK finds them: the environment, a profile, or the role of the machine.</summary>
    Chain,

    /// <summary>The managed identity of a program on Azure assumes a role at AWS: no key outlives an hour.</summary>
    WebIdentity,
}
