using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class SecondProcessRefusedTest
{
    [Fact]
    public async Task A_second_engine_on_the_file_of_another_process_refuses_to_start_and_says_why()
    {
        await using var host = new EngineHost();
        using var process = KilledProcess.Start(host.DatabasePath, host.DatabasePath + ".diary", instances: 1, steps: 100_000);
        await process.StartedAsync();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);

        Assert.StartsWith($"Another process is using the durable engine's file '{host.DatabasePath}'.", refusal.Message, StringComparison.Ordinal);
        process.Kill();
        await host.StartAsync();
    }
}
