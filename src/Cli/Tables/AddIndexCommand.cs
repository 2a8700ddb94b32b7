using System.CommandLine;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Cli.Tables;

/// <summary><c>nots table add-index</c>: an index of the design that a table lacks.</summary>
internal static class AddIndexCommand
{
    /// <summary>Filling an index of a large table takes hours.</summary>
    private const int UsualMinutes = 240;

    public static Command Build()
    {
        var store = StoreOptions.DynamoDb("The table");
        var index = new Option<string>("--index") { Description = "The index of the design.", Required = true };
        index.AcceptOnlyFromAmong([.. TableDefinition.Indexes.Select(index => TableDefinition.NameOf(index)!)]);
        var (timeout, json) = (TableCommand.Timeout(UsualMinutes), CommonOptions.Json());
        var command = new Command("add-index", "Adds an index that the design has and the table lacks, and waits until it is filled. The table can be used meanwhile.");
        store.AddTo(command);
        command.Add(index);
        command.Add(timeout);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) =>
        {
            var output = new CommandOutput(parsed.GetValue(json));
            var address = store.DynamoDbOf(parsed);
            var added = TableDefinition.Indexes.Single(known => TableDefinition.NameOf(known) == parsed.GetRequiredValue(index));
            return RunAsync(TableCommand.Open(address, output), address, added, TimeSpan.FromMinutes(parsed.GetValue(timeout)), output, cancellationToken);
        });
        return command;
    }

    public static async Task<int> RunAsync(
        TableAdmin admin, DynamoDbAddress store, TableIndex index, TimeSpan timeout, CommandOutput output, CancellationToken cancellationToken)
    {
        var table = await admin.DescribeAsync(store.Table, cancellationToken)
            ?? throw new CommandFailedException($"There is no table {store.Table}. Check name, region and account.", ExitCode.Refused);
        var there = (table.GlobalSecondaryIndexes ?? []).SingleOrDefault(found => found.IndexName == TableDefinition.NameOf(index));
        if (there is not null)
            RequireDesigned(table, there, index);
        if (there is null)
            await admin.Client.UpdateTableAsync(Request(table, index), cancellationToken);
        output.Say(there is null ? $"Adding {TableDefinition.NameOf(index)} to {store}." : $"{TableDefinition.NameOf(index)} of {store} exists, {there.IndexStatus}.");
        await admin.ActiveAsync(store.Table, timeout, cancellationToken);
        output.Say($"{TableDefinition.NameOf(index)} is ACTIVE.");
        output.Document(new { store.Table, Index = TableDefinition.NameOf(index), Added = there is null });
        return ExitCode.Ok;
    }

    private static void RequireDesigned(TableDescription table, GlobalSecondaryIndexDescription there, TableIndex index)
    {
        var design = TableDefinition.Create(table.TableName, deletionProtection: false);
        if (there.IndexStatus == IndexStatus.DELETING)
            throw new CommandFailedException($"{there.IndexName} is being deleted: give the command again when it is gone.", ExitCode.Refused);
        if (there.IndexStatus == IndexStatus.ACTIVE && TableCheck.OfIndex(table, there, design, TableDefinition.Index(index)) is { } difference)
        {
            throw new CommandFailedException(
                $"{char.ToUpperInvariant(difference[0])}{difference[1..]}. An index cannot be changed: delete it first, when nothing reads it "
                + $"(aws dynamodb update-table --table-name {table.TableName} --global-secondary-index-updates '[{{\"Delete\":{{\"IndexName\":\"{there.IndexName}\"}}}}]').",
                ExitCode.Refused);
        }
    }

    /// <summary>The attributes of all keys are named again, those of the new index among them.</summary>
    private static UpdateTableRequest Request(TableDescription table, TableIndex index)
    {
        var added = TableDefinition.Index(index);
        return new UpdateTableRequest
        {
            TableName = table.TableName,
            AttributeDefinitions = [.. table.AttributeDefinitions.Concat(TableDefinition.Attributes(index)).DistinctBy(attribute => attribute.AttributeName)],
            GlobalSecondaryIndexUpdates =
            [
                new GlobalSecondaryIndexUpdate
                {
                    Create = new CreateGlobalSecondaryIndexAction { IndexName = added.IndexName, KeySchema = added.KeySchema, Projection = added.Projection },
                },
            ],
        };
    }
}
