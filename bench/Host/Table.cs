namespace Nots.Host.Bench;

/// <summary>The lines that <c>docs/benchmarks.md</c> has.</summary>
internal static class Table
{
    public static void Head()
    {
        Console.WriteLine($"| {"measure",-58} | {"figure",14} | {"p50 ms",8} | {"p99 ms",8} | {"CPU µs",8} | {"goal",22} |");
        Console.WriteLine($"|{new string('-', 60)}|{new string('-', 15)}:|{new string('-', 9)}:|{new string('-', 9)}:|{new string('-', 9)}:|{new string('-', 23)}:|");
    }

    public static void Row(string measure, WrkFigures figures, string goal = "") =>
        Console.WriteLine($"| {measure,-58} | {figures.PerSecond,12:N0}/s | {figures.P50,8:N2} | {figures.P99,8:N2} | {(figures.ProcessorTime > 0 ? $"{figures.ProcessorTime:N0}" : ""),8} | {goal,22} |");

    public static void Row(string measure, string figure, string goal = "") =>
        Console.WriteLine($"| {measure,-58} | {figure,14} | {"",8} | {"",8} | {"",8} | {goal,22} |");
}
