namespace Nots.Cli.Tests.Fakes;

/// <summary>Bodies of DynamoDB's API that several tests need, in the shapes of its API reference.</summary>
internal static class Bodies
{
    public const string Account = "arn:aws:dynamodb:eu-west-2:123456789012";

    public static string Named(string table) => $$"""{"TableName":"{{table}}"}""";

    /// <summary>A table as DescribeTable gives it.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="status">Of the table.</param>
    /// <param name="more">More members of the description, each after a comma.</param>
    public static string Table(string table, string status, string more) => $$"""
        {"Table":{
          "AttributeDefinitions":[{{Attribute("PK")}},{{Attribute("SK")}},{{Attribute("GSI1PK")}},{{Attribute("GSI1SK")}},{{Attribute("GSI2PK")}},{{Attribute("GSI2SK")}},{{Attribute("GSI3PK")}},{{Attribute("GSI3SK")}}],
          "TableName":"{{table}}","KeySchema":[{{Key("PK", "HASH")}},{{Key("SK", "RANGE")}}],"TableStatus":"{{status}}",
          "CreationDateTime":1764842400.123,"TableSizeBytes":5000000,"ItemCount":12000,
          "TableArn":"{{Account}}:table/{{table}}","TableId":"11111111-2222-3333-4444-555555555555",
          "BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST","LastUpdateToPayPerRequestDateTime":1764842400.123},
          "GlobalSecondaryIndexes":[{{Index("GSI1", table)}},{{Index("GSI2", table)}},{{Index("GSI3", table)}}]{{more}} } }
        """;

    public const string WithStream = ""","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}""";

    public const string WithEncryption = ""","SSEDescription":{"Status":"ENABLED","SSEType":"KMS","KMSMasterKeyArn":"arn:aws:kms:eu-west-2:123456789012:key/1"}""";

    public const string WithProtection = ""","DeletionProtectionEnabled":true""";

    public static string TimeToLive(bool on) => on
        ? """{"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLED","AttributeName":"TTL"}}"""
        : """{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}""";

    public static string Recovery(bool on) => on
        ? """
          {"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{
            "PointInTimeRecoveryStatus":"ENABLED","RecoveryPeriodInDays":35,"EarliestRestorableDateTime":1764806400.0,"LatestRestorableDateTime":1764845700.5}}}
          """
        : """{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}""";

    private static string Attribute(string name) => $$"""{"AttributeName":"{{name}}","AttributeType":"S"}""";

    private static string Key(string name, string type) => $$"""{"AttributeName":"{{name}}","KeyType":"{{type}}"}""";

    private static string Index(string name, string table) => $$"""
        {"IndexName":"{{name}}","KeySchema":[{{Key(name + "PK", "HASH")}},{{Key(name + "SK", "RANGE")}}],"Projection":{"ProjectionType":"ALL"},
         "IndexStatus":"ACTIVE","IndexSizeBytes":1000,"ItemCount":10,"IndexArn":"{{Account}}:table/{{table}}/index/{{name}}"}
        """;
}
