using System.Text.Json;

namespace Nots.Cost.Bench.Report;

/// <summary>The figures that were found good last, in a file of the repository. A figure that grows beyond its own is a fault.</summary>
internal static class Baseline
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public static string Path { get; } = Find();

    /// <summary>Every figure that is more than it was, or that there is none for yet, one sentence each.</summary>
    public static IReadOnlyList<string> Growth(IReadOnlyList<Row> rows) => [.. Compare(rows, (now, before) => now.Exceeds(before), "grew")];

    /// <summary>Every figure that is less than it was: time to store it, so that it stays so.</summary>
    public static IReadOnlyList<string> Savings(IReadOnlyList<Row> rows) => [.. Compare(rows, (now, before) => before.Exceeds(now), "shrank")];

    public static void Store(IReadOnlyList<Row> rows) => File.WriteAllText(Path, JsonSerializer.Serialize(rows, Options) + "\n");

    private static IEnumerable<string> Compare(IReadOnlyList<Row> rows, Func<Cost, Cost, bool> differs, string how)
    {
        var stored = JsonSerializer.Deserialize<Row[]>(File.ReadAllText(Path), Options)!.ToDictionary(row => (row.Step, row.Operation), row => row.Cost);
        var now = rows.ToDictionary(row => (row.Step, row.Operation), row => row.Cost);
        foreach (var name in now.Keys.Union(stored.Keys))
        {
            var (cost, before) = (now.GetValueOrDefault(name, Cost.None), stored.GetValueOrDefault(name, Cost.None));
            if (differs(cost, before))
                yield return $"{name.Step}, {name.Operation} {how}: {Text(before)} before, {Text(cost)} now.";
        }
    }

    private static string Text(Cost cost) => FormattableString.Invariant($"{cost.Requests} requests, {cost.Reads} read and {cost.Writes} write units");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Nots.sln")))
                return System.IO.Path.Combine(folder.FullName, "bench", "Cost", "baseline.json");
        }
        throw new InvalidOperationException("This benchmark is run inside the repository, where its baseline is.");
    }
}
