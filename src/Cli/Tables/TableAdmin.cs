using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Cli.Output;

namespace Nots.Cli.Tables;

/// <summary>Reads a table's state and waits for what DynamoDB does to it by itself.</summary>
internal sealed class TableAdmin(IAmazonDynamoDB client, CommandOutput output, TimeProvider time)
{
    private const string UnknownOperation = "UnknownOperationException";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    public IAmazonDynamoDB Client => client;

    /// <summary>Null when there is no such table.</summary>
    public async Task<TableDescription?> DescribeAsync(string table, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.DescribeTableAsync(new DescribeTableRequest { TableName = table }, cancellationToken)).Table;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Null when there is no such table.</summary>
    public async Task<TableState?> ReadAsync(string table, CancellationToken cancellationToken)
    {
        if (await DescribeAsync(table, cancellationToken) is not { } description)
            return null;
        var expiry = await client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = table }, cancellationToken);
        return new TableState(description, expiry.TimeToLiveDescription, await RecoveryAsync(table, cancellationToken));
    }

    /// <summary>Null where the endpoint does not know point-in-time recovery.</summary>
    public async Task<ContinuousBackupsDescription?> RecoveryAsync(string table, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = table }, cancellationToken);
            return answer.ContinuousBackupsDescription;
        }
        catch (AmazonDynamoDBException fault) when (IsUnknown(fault))
        {
            return null;
        }
    }

    /// <summary>Whether the endpoint does not know an operation at all: DynamoDB Local lacks some.</summary>
    public static bool IsUnknown(AmazonDynamoDBException fault) => fault.ErrorCode == UnknownOperation;

    /// <summary>Waits until the table and all of its indexes can be used.</summary>
    /// <exception cref="CommandFailedException">It takes longer than the timeout, or the table is gone.</exception>
    public Task<TableDescription> ActiveAsync(string table, TimeSpan timeout, CancellationToken cancellationToken) => UntilAsync(
        $"Waiting for {table}",
        timeout,
        async () => await DescribeAsync(table, cancellationToken) ?? throw new CommandFailedException($"The table {table} is gone.", ExitCode.NotAsExpected),
        description => description.TableStatus == TableStatus.ACTIVE && (description.GlobalSecondaryIndexes ?? []).All(index => index.IndexStatus == IndexStatus.ACTIVE),
        Status,
        cancellationToken);

    /// <summary>Looks again and again until something is as it shall be; says whenever it has changed.</summary>
    public async Task<T> UntilAsync<T>(
        string what, TimeSpan timeout, Func<Task<T>> look, Func<T, bool> isDone, Func<T, string> status, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        return await output.WaitAsync(what, async said =>
        {
            while (true)
            {
                var seen = await look();
                if (isDone(seen))
                    return seen;
                said.Report(status(seen));
                if (time.GetElapsedTime(started) > timeout)
                {
                    throw new CommandFailedException(
                        $"{what}: still {status(seen)} after {timeout.TotalMinutes:0} minutes. DynamoDB goes on with it; give the same command again to wait on.", ExitCode.NotAsExpected);
                }

                await Task.Delay(BetweenLooks, time, cancellationToken);
            }
        });
    }

    private static string Status(TableDescription table) => string.Join(", ", (table.GlobalSecondaryIndexes ?? [])
        .Where(index => index.IndexStatus != IndexStatus.ACTIVE)
        .Select(index => $"{index.IndexName} {index.IndexStatus}{(index.Backfilling == true ? $" (filling, {index.ItemCount ?? 0} items so far)" : "")}")
        .Prepend($"table {table.TableStatus}"));
}
