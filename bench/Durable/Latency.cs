namespace Nots.Durable.Bench;

/// <summary>One orchestration alone: from one activity to the next, with the turn between them and its commit.</summary>
internal static class Latency
{
    public static async Task<IReadOnlyList<double>> RunAsync(int steps)
    {
        await using var engine = new BenchEngine();
        engine.Ticks.IsOn = true;
        await engine.StartAsync();
        await engine.Client.StartAsync(Steps.Name, "one", steps, CancellationToken.None);
        await engine.EndedAsync(steps + 1);
        return engine.Ticks.Gaps();
    }
}
