using System.Text.RegularExpressions;
using Nots.Application.Configuration;

namespace Nots.Storage.DynamoDb;

/// <summary>Which table of DynamoDB, how it is reached, and how long it is tried.</summary>
public sealed partial record DynamoDbOptions : IValidatableOptions
{
    public const string DefaultRegion = "eu-west-2";

    /// <summary>The name that a table has unless <see cref="TableName"/> says otherwise: <c>nots-main-table-{env}</c>.</summary>
    public string Environment { get; init; } = "local";

    /// <summary>The table's own name; null for the one that follows from <see cref="Environment"/>.</summary>
    public string? TableName { get; init; }

    /// <summary>The AWS region.</summary>
    public string Region { get; init; } = DefaultRegion;

    /// <summary>
    /// Where DynamoDB answers instead of the region's own address: DynamoDB Local on this machine (http, without real keys), or a
    /// private address (https).
    /// </summary>
    public Uri? Endpoint { get; init; }

    public DynamoDbCredentials Credentials { get; init; } = DynamoDbCredentials.Chain;

    /// <summary>Web identity: the ARN of the role that is assumed.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Web identity: how the session is called in AWS's own audit log.</summary>
    public string RoleSessionName { get; init; } = "nots";

    /// <summary>Web identity: the application id URI that Azure's token is asked for, and that the role trusts.</summary>
    public string? IdentityAudience { get; init; }

    /// <summary>Web identity: the client id of a user-assigned identity; null for the system-assigned one.</summary>
    public string? IdentityClientId { get; init; }

    /// <summary>How long one call may take in all, tries and waits together, before the table counts as unavailable.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one try waits for its answer. Then it is not known whether it happened.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How often a call is tried at most, the first time included.</summary>
    public int Attempts { get; init; } = 10;

    /// <summary>
    /// The clock of the times above. It is not the clock by which items expire, so that a test which moves that one by days does not
    /// time out the calls under way.
    /// </summary>
    public TimeProvider DeadlineClock { get; init; } = TimeProvider.System;

    /// <summary>The name of the table that is used.</summary>
    public string Table => TableName ?? $"nots-main-table-{Environment}";

    /// <summary>Whether it is DynamoDB Local on this machine: it takes any key, and must not be sent a real one.</summary>
    public bool IsLocal => Endpoint is { IsAbsoluteUri: true, IsLoopback: true, Scheme: "http" };

    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (!TableNamePattern().IsMatch(Table))
            faults.Add($"DynamoDb: the table's name '{Table}' must have 3 to 255 letters, digits, '_', '-' or '.'.");
        if (!RegionPattern().IsMatch(Region))
            faults.Add($"DynamoDb:Region: '{Region}' is not a region such as {DefaultRegion}.");
        if (Endpoint is not null && !(Endpoint.IsAbsoluteUri && (Endpoint.Scheme == Uri.UriSchemeHttps || IsLocal)))
            faults.Add("DynamoDb:Endpoint must be https; http is for DynamoDB Local on this machine only.");
        if (Deadline <= TimeSpan.Zero || Deadline > TimeSpan.FromMinutes(5))
            faults.Add("DynamoDb:Deadline must be more than nothing and at most five minutes.");
        if (AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > Deadline)
            faults.Add("DynamoDb:AttemptTimeout must be more than nothing and at most the deadline.");
        if (Attempts is < 1 or > 100)
            faults.Add("DynamoDb:Attempts must be 1 to 100.");
        if (!Enum.IsDefined(Credentials))
            faults.Add($"DynamoDb:Credentials: {Credentials} is not known.");
        else if (Credentials == DynamoDbCredentials.WebIdentity)
            faults.AddRange(FaultsOfWebIdentity());
        return faults;
    }

    private IEnumerable<string> FaultsOfWebIdentity()
    {
        if (IsLocal)
            yield return "DynamoDb:Credentials: WebIdentity is for AWS; DynamoDB Local needs no keys.";
        if (RoleArn is null || !RoleArnPattern().IsMatch(RoleArn))
            yield return "DynamoDb:RoleArn must be the ARN of a role, such as arn:aws:iam::123456789012:role/nots.";
        if (!SessionNamePattern().IsMatch(RoleSessionName))
            yield return "DynamoDb:RoleSessionName must have 2 to 64 letters, digits, or characters of _+=,.@-.";
        if (string.IsNullOrWhiteSpace(IdentityAudience))
            yield return "DynamoDb:IdentityAudience must be the application id URI that the role trusts.";
        if (IdentityClientId is { } id && !Guid.TryParse(id, out _))
            yield return "DynamoDb:IdentityClientId must be the client id (a GUID) of a user-assigned identity.";
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{3,255}\z")]
    private static partial Regex TableNamePattern();

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::[0-9]{12}:role/[\w+=,.@/-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex RoleArnPattern();

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}\z", RegexOptions.ECMAScript)]
    private static partial Regex SessionNamePattern();
}
