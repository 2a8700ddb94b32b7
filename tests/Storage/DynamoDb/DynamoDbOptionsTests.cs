using Nots.Storage.DynamoDb;

namespace Nots.Storage.Tests.DynamoDb;

public sealed class DynamoDbOptionsTests
{
    private static readonly DynamoDbOptions Federated = new()
    {
        Credentials = DynamoDbCredentials.WebIdentity,
        RoleArn = "arn:aws:iam::123456789012:role/nots-prod",
        IdentityAudience = "api://nots-aws",
    };

    [Fact]
    public void With_nothing_set_it_is_the_table_of_this_machine_in_London()
    {
        var options = new DynamoDbOptions();
        Assert.Equal(("nots-main-table-local", "eu-west-2", false), (options.Table, options.Region, options.IsLocal));
        Assert.Empty(options.Faults());
    }

    [Fact]
    public void An_environment_names_its_table_unless_the_table_is_named() => Assert.Equal(
        ("nots-main-table-prod", "other"),
        (new DynamoDbOptions { Environment = "prod" }.Table, new DynamoDbOptions { Environment = "prod", TableName = "other" }.Table));

    [Theory]
    [InlineData("http://127.0.0.1:8000", true)]
    [InlineData("http://localhost:8000", true)]
    [InlineData("http://[::1]:8000", true)]
    [InlineData("https://vpce-1.dynamodb.eu-west-2.vpce.amazonaws.com", false)]
    public void Http_on_this_machine_is_DynamoDB_Local(string endpoint, bool local)
    {
        var options = new DynamoDbOptions { Endpoint = new Uri(endpoint) };
        Assert.Equal(local, options.IsLocal);
        Assert.Empty(options.Faults());
    }

    [Fact]
    public void A_managed_identity_may_assume_a_role() => Assert.Empty(Federated.Faults());

    public static TheoryData<DynamoDbOptions, string> Bad { get; } = new()
    {
        { new() { Environment = "" , TableName = "x" }, "DynamoDb: the table's name 'x'" },
        { new() { Environment = "a b" }, "DynamoDb: the table's name 'nots-main-table-a b'" },
        { new() { TableName = "table\n" }, "DynamoDb: the table's name" },
        { new() { Region = "London" }, "DynamoDb:Region: 'London'" },
        { new() { Endpoint = new Uri("http://10.0.0.1:8000") }, "DynamoDb:Endpoint must be https" },
        { new() { Endpoint = new Uri("ftp://127.0.0.1") }, "DynamoDb:Endpoint must be https" },
        { new() { Deadline = TimeSpan.Zero }, "DynamoDb:Deadline" },
        { new() { Deadline = TimeSpan.FromMinutes(6) }, "DynamoDb:Deadline" },
        { new() { AttemptTimeout = TimeSpan.FromSeconds(11) }, "DynamoDb:AttemptTimeout" },
        { new() { Attempts = 0 }, "DynamoDb:Attempts" },
        { Federated with { RoleArn = null }, "DynamoDb:RoleArn" },
        { Federated with { RoleArn = "arn:aws:iam::1:user/x" }, "DynamoDb:RoleArn" },
        { Federated with { RoleSessionName = "x y" }, "DynamoDb:RoleSessionName" },
        { Federated with { IdentityAudience = " " }, "DynamoDb:IdentityAudience" },
        { Federated with { IdentityClientId = "me" }, "DynamoDb:IdentityClientId" },
        { Federated with { Endpoint = new Uri("http://127.0.0.1:8000") }, "DynamoDb:Credentials: WebIdentity is for AWS" },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_told(DynamoDbOptions options, string start)
    {
        Assert.Contains(options.Faults(), fault => fault.StartsWith(start, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => DynamoDbClients.Create(options));
    }
}
