using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Cli.Stores;
using Nots.Cli.Tables;
using Nots.Cli.Tests.Fakes;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Cli.Tests.Tables;

public sealed class TableTests(Emulator emulator)
{
    private const string NotChecked = "  not checked: point-in-time recovery and encryption: this endpoint is not Amazon's and has neither";

    private readonly Said _said = new(json: true);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_made_as_the_design_has_it()
    {
        var address = emulator.Address(emulator.NextName());

        Assert.Equal(ExitCode.Ok, await CreateAsync(address));

        var table = (await emulator.Client.DescribeTableAsync(address.Table, Cancelled)).Table;
        Assert.Equal(["GSI1", "GSI2", "GSI3"], table.GlobalSecondaryIndexes.Select(index => index.IndexName).Order());
        Assert.All(table.GlobalSecondaryIndexes, index => Assert.Equal(ProjectionType.ALL, index.Projection.ProjectionType));
        Assert.Equal(BillingMode.PAY_PER_REQUEST, table.BillingModeSummary.BillingMode);
        Assert.Equal(StreamViewType.NEW_AND_OLD_IMAGES, table.StreamSpecification.StreamViewType);
        Assert.NotEqual(true, table.DeletionProtectionEnabled);
        Assert.True(_said.Document.GetProperty("created").GetBoolean());
        Assert.Equal("time-to-live on TTL", Assert.Single(_said.Document.GetProperty("switchedOn").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Productions_is_protected_from_deletion()
    {
        var address = emulator.Address(emulator.NextName() + "-production");

        Assert.Equal(ExitCode.Ok, await CreateAsync(address));

        Assert.True((await emulator.Client.DescribeTableAsync(address.Table, Cancelled)).Table.DeletionProtectionEnabled);
    }

    [Fact]
    public async Task To_make_it_again_changes_nothing_and_says_that_it_is_there()
    {
        var address = emulator.Address(emulator.NextName());
        await CreateAsync(address);
        var again = new Said(json: true);

        Assert.Equal(ExitCode.Ok, await TableCreateCommand.RunAsync(Admin(again), address, TimeSpan.FromMinutes(1), again.Output, Cancelled));

        Assert.Equal([$"{address} exists.", NotChecked, $"{address.Table} is as the design has it."], again.Lines);
        Assert.False(again.Document.GetProperty("created").GetBoolean());
    }

    [Fact]
    public async Task What_a_platform_must_have_is_written_once_and_never_over_what_is_there()
    {
        var address = emulator.Address(emulator.NextName());
        await CreateAsync(address);
        var (first, again, stores) = (new Said(json: true), new Said(json: true), new OpenStores(TimeProvider.System));

        Assert.Equal(ExitCode.Ok, await TableFillCommand.RunAsync(stores, address, first.Output, Cancelled));
        var tariff = new Dictionary<string, AttributeValue> { ["PK"] = new("SETTINGS"), ["SK"] = new("TARIFF#standard") };
        await emulator.Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = address.Table,
            Key = tariff,
            UpdateExpression = "SET UpdatedAt = :then",
            ExpressionAttributeValues = new() { [":then"] = new AttributeValue { N = "1" } },
        }, Cancelled);
        Assert.Equal(ExitCode.Ok, await TableFillCommand.RunAsync(stores, address, again.Output, Cancelled));

        string[] all = ["rates of standard", "rates of executive", "rates of minibus", "cancellation policy"];
        Assert.Equal(all, first.Document.GetProperty("written").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(all, again.Document.GetProperty("kept").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("1", (await emulator.Client.GetItemAsync(address.Table, tariff, Cancelled)).Item["UpdatedAt"].N);
    }

    [Fact]
    public async Task Verification_says_each_difference()
    {
        var address = await OtherTableAsync();

        Assert.Equal(ExitCode.NotAsExpected, await TableVerifyCommand.RunAsync(Admin(_said), address, _said.Output, Cancelled));

        Assert.Equal(
            [
                "  different: the key is PK (S), SK (N), the design has PK (S), SK (S): it cannot be changed, only copied to a new table (nots data copy)",
                "  different: the billing mode is PROVISIONED, the design has PAY_PER_REQUEST",
                "  different: the index GSI1 projects KEYS_ONLY, the design has ALL",
                "  different: the index GSI2 has the key GSI1PK (S), GSI1SK (S), the design has GSI2PK (S), GSI2SK (S)",
                $"  different: the index GSI3 is missing: nots table add-index --store dynamodb:{address.Table} --index GSI3",
                "  different: the index GSI9 is not in the design: it costs with every write",
                "  different: the stream has KEYS_ONLY, the design has NEW_AND_OLD_IMAGES",
                "  different: time-to-live is off, the design has it on TTL",
                "  different: deletion protection is off, production has it on",
                NotChecked,
                $"{address.Table} differs from the design in 9 points.",
            ],
            _said.Lines);
        Assert.Equal(9, _said.Document.GetProperty("differences").GetArrayLength());
    }

    [Fact]
    public async Task A_missing_table_ends_verification_with_1() => Assert.Equal(
        ExitCode.NotAsExpected, await TableVerifyCommand.RunAsync(Admin(_said), emulator.Address("not-there"), _said.Output, Cancelled));

    [Fact]
    public async Task A_missing_index_is_added_and_waited_for()
    {
        var address = emulator.Address(emulator.NextName());
        await CreateAsync(address);
        await emulator.Client.UpdateTableAsync(
            new UpdateTableRequest { TableName = address.Table, GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = "GSI2" } }] }, Cancelled);
        await Admin(_said).UntilAsync(
            "Deleting", TimeSpan.FromMinutes(1), () => emulator.Client.DescribeTableAsync(address.Table, Cancelled),
            seen => seen.Table.GlobalSecondaryIndexes.Count == 2, _ => "", Cancelled);
        var said = new Said(json: true);

        Assert.Equal(ExitCode.Ok, await AddIndexCommand.RunAsync(Admin(said), address, TableIndex.Gsi2, TimeSpan.FromMinutes(1), said.Output, Cancelled));

        Assert.True(said.Document.GetProperty("added").GetBoolean());
        Assert.Equal(ExitCode.Ok, await TableVerifyCommand.RunAsync(Admin(_said), address, _said.Output, Cancelled));
    }

    [Fact]
    public async Task An_index_that_is_there_is_not_added_again()
    {
        var address = emulator.Address(emulator.NextName());
        await CreateAsync(address);
        var said = new Said(json: true);

        Assert.Equal(ExitCode.Ok, await AddIndexCommand.RunAsync(Admin(said), address, TableIndex.Gsi3, TimeSpan.FromMinutes(1), said.Output, Cancelled));

        Assert.False(said.Document.GetProperty("added").GetBoolean());
    }

    [Fact]
    public async Task An_index_that_is_another_than_the_designs_is_refused()
    {
        var address = await OtherTableAsync();

        var fault = await Assert.ThrowsAsync<CommandFailedException>(() =>
            AddIndexCommand.RunAsync(Admin(_said), address, TableIndex.Gsi1, TimeSpan.FromMinutes(1), _said.Output, Cancelled));

        Assert.Equal(ExitCode.Refused, fault.ExitCode);
        Assert.StartsWith("The index GSI1 projects KEYS_ONLY, the design has ALL. An index cannot be changed: delete it first", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emulator_has_no_backups_and_says_what_to_use_instead()
    {
        var address = await emulator.NewTableAsync();

        Assert.Equal(ExitCode.Refused, await NotsCommand.RunAsync(["backup", "create", .. emulator.Options(address)]));
        Assert.Equal(ExitCode.Refused, await NotsCommand.RunAsync(["backup", "restore", .. emulator.Options(address), "--to", "other", "--latest"]));
    }

    private static TableAdmin Admin(Said said, Emulator emulator) =>
        new(new OpenStores(TimeProvider.System).Client(emulator.Address("any")), said.Output, TimeProvider.System);

    private TableAdmin Admin(Said said) => Admin(said, emulator);

    private Task<int> CreateAsync(DynamoDbAddress address) => TableCreateCommand.RunAsync(Admin(_said), address, TimeSpan.FromMinutes(1), _said.Output, Cancelled);

    /// <summary>A table of production that is wrong in every way that DynamoDB Local tells of.</summary>
    private async Task<DynamoDbAddress> OtherTableAsync()
    {
        var address = emulator.Address(emulator.NextName() + "-production");
        var capacity = new ProvisionedThroughput(5, 5);
        List<KeySchemaElement> first = [new("GSI1PK", KeyType.HASH), new("GSI1SK", KeyType.RANGE)];
        await emulator.Client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = address.Table,
                KeySchema = [new("PK", KeyType.HASH), new("SK", KeyType.RANGE)],
                AttributeDefinitions = [new("PK", ScalarAttributeType.S), new("SK", ScalarAttributeType.N), .. TableDefinition.Attributes(TableIndex.Gsi1)],
                ProvisionedThroughput = capacity,
                GlobalSecondaryIndexes =
                [
                    new() { IndexName = "GSI1", KeySchema = first, Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY }, ProvisionedThroughput = capacity },
                    new() { IndexName = "GSI2", KeySchema = first, Projection = new() { ProjectionType = ProjectionType.ALL }, ProvisionedThroughput = capacity },
                    new() { IndexName = "GSI9", KeySchema = first, Projection = new() { ProjectionType = ProjectionType.ALL }, ProvisionedThroughput = capacity },
                ],
                StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.KEYS_ONLY },
            },
            Cancelled);
        return address;
    }
}
