using System.Diagnostics;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;
using static Nots.Storage.Tests.Sqlite.TempTable;

namespace Nots.Storage.Tests.Sqlite;

public sealed class CrashTests : IDisposable
{
    private const int IdLength = 12;

    private readonly TempTable _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill_and_nothing_is_half_there()
    {
        var acknowledged = new HashSet<string>();
        for (var run = 1; run <= 3; run++)
        {
            using var child = Start(run);
            try
            {
                await ReadAsync(child, acknowledged, until: run * 1500);
                await Assert.ThrowsAsync<SqliteTableFileException>(() => _file.OpenAsync());
            }
            finally
            {
                child.Kill();
            }

            await ReadAsync(child, acknowledged, until: int.MaxValue);
            await child.WaitForExitAsync(Cancelled);
            Assert.True(acknowledged.Count >= run * 1500);
            await CheckAsync(acknowledged);
        }
    }

    private static async Task ReadAsync(Process child, HashSet<string> acknowledged, int until)
    {
        while (acknowledged.Count < until && await child.StandardOutput.ReadLineAsync(Cancelled) is { } line)
        {
            Assert.DoesNotContain("failed", line, StringComparison.Ordinal);

            // The last line may be cut off by the kill.
            if (line.Length == IdLength)
                acknowledged.Add(line);
        }
    }

    private Process Start(int run) => Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
    {
        RedirectStandardOutput = true,
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Nots.Storage.CrashWriter.dll"), _file.Path, $"{run}" },
    })!;

    private async Task CheckAsync(HashSet<string> acknowledged)
    {
        await using var table = await _file.OpenAsync();
        var stored = new HashSet<string>();
        for (var query = new TableQuery(TableIndex.Primary, "OUTBOX", Limit: 1000); query is not null;)
        {
            var page = await table.QueryAsync(query, Cancelled);
            stored.UnionWith(page.Items.Select(item => item.Key.SortKey));
            query = page.Next is { } next ? query with { After = next } : null;
        }

        Assert.Empty(acknowledged.Except(stored));
        foreach (var id in stored)
        {
            TableKey[] rest = [new TableKey($"BOOKING#{id}", "METADATA"), new TableKey($"REF#{id}", "BOOKING")];
            Assert.Equal(2, (await table.BatchGetAsync(rest, Consistency.Strong, Cancelled)).Count);
        }
    }
}
