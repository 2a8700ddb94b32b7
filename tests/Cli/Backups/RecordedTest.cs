using Nots.Cli.Stores;
using Nots.Cli.Tables;
using Nots.Cli.Tests.Fakes;

namespace Nots.Cli.Tests.Backups;

/// <summary>A test whose every request to DynamoDB is in its script.</summary>
public abstract class RecordedTest
{
    /// <summary>What a test of the table <c>nots-main-table-production</c> speaks of.</summary>
    internal static DynamoDbAddress Production { get; } = new("nots-main-table-production", "eu-west-2", new Uri("http://127.0.0.1:1"));

    internal static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal RecordedDynamoDb DynamoDb { get; } = new();

    internal Said Said { get; } = new(json: true);

    internal TableAdmin Admin()
    {
        var time = new InstantTime();
        return new TableAdmin(new OpenStores(time, DynamoDb).Client(Production), Said.Output, time);
    }
}
