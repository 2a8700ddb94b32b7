using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class SecondProcessRefusedTest
{
    [Fact]
    public async Task A_second_backend_on_the_file_of_another_process_refuses_to_start_and_says_why()
    {
        await using var host = new BackendHost();
        using var process = KilledProcess.Start(host.DatabasePath, host.DatabasePath + ".diary", instances: 1, steps: 100_000);
        await process.StartedAsync();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);

        Assert.Equal($"Another process is using '{host.DatabasePath}'. Only one may: stop the other one, or choose another path.", refusal.Message);
        process.Kill();
        await host.StartAsync();
    }
}
