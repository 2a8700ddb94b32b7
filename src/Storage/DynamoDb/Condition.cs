using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// Conditions in DynamoDB's expression language. DynamoDB deletes expired items only some days later, so each says for itself that
/// an item past its time-to-live is not there.
/// </summary>
/// <param name="Expression">Null to write whatever stands there.</param>
/// <param name="Names">The attributes in it.</param>
/// <param name="Values">The values in it.</param>
internal sealed record Condition(string? Expression, Dictionary<string, string>? Names, Dictionary<string, AttributeValue>? Values)
{
    /// <summary>Holds of items that are there, and of none that expired.</summary>
    public const string Live = "(attribute_not_exists(#ttl) OR #ttl >= :now)";

    private static readonly Condition None = new(null, null, null);

    /// <param name="condition">What must hold.</param>
    /// <param name="now">Epoch seconds.</param>
    public static Condition Of(TableCondition condition, long now) => condition switch
    {
        TableCondition.Always => None,
        TableCondition.Absent => New("attribute_not_exists(#key) OR #ttl < :now", "#key", TableDefinition.PartitionKey, now),
        TableCondition.Present => New($"attribute_exists(#key) AND {Live}", "#key", TableDefinition.PartitionKey, now),
        TableCondition.AtVersion expected => New($"#version = :version AND {Live}", "#version", "Version", now, expected.Version),
        _ => throw new InvalidOperationException($"Unknown condition {condition}."),
    };

    /// <summary>The same of an item that was read.</summary>
    public static bool Holds(TableCondition condition, TableItem? live) => condition switch
    {
        TableCondition.Always => true,
        TableCondition.Absent => live is null,
        TableCondition.Present => live is not null,
        TableCondition.AtVersion expected => live?.Version == expected.Version,
        _ => throw new InvalidOperationException($"Unknown condition {condition}."),
    };

    private static Condition New(string expression, string placeholder, string attribute, long now, long? version = null)
    {
        var values = new Dictionary<string, AttributeValue> { [":now"] = AttributeCodec.Number(now) };
        if (version is { } expected)
            values[":version"] = AttributeCodec.Number(expected);
        return new Condition(expression, new() { [placeholder] = attribute, ["#ttl"] = TableDefinition.TimeToLiveAttribute }, values);
    }
}
