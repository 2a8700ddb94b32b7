using CsCheck;
using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class PagingUnderConcurrentWritesTest
{
    [Fact]
    public async Task Every_instance_that_was_there_comes_once()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("waits", Workflows.WaitAsync);
        await host.StartAsync();
        var started = 0;
        await Gen.Select(Gen.Int[1, 30], Gen.Int[1, 10], Gen.Int[0, 5]).SampleAsync(
            async (instances, pageSize, between) =>
            {
                for (var number = 0; number < instances; number++)
                    await host.ScheduleAsync("waits", $"{++started}", "");
                var expected = Enumerable.Range(1, started).Select(number => $"{number}").Reverse();
                var listed = await ListAsync(host, pageSize, async () =>
                {
                    for (var number = 0; number < between; number++)
                    {
                        await host.ScheduleAsync("waits", $"{++started}", "");
                        await host.Client.RaiseEventAsync($"{started - 1}", "go", "", BackendHost.Token);
                    }
                });
                Assert.Equal(expected, listed);
            },
            iter: 15, threads: 1);
    }

    private static async Task<List<string>> ListAsync(BackendHost host, int pageSize, Func<Task> betweenPages)
    {
        var listed = new List<string>();
        await foreach (var page in host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: pageSize)).AsPages().WithCancellation(BackendHost.Token))
        {
            listed.AddRange(page.Values.Select(instance => instance.InstanceId));
            if (listed.Count < 60)
                await betweenPages();
        }

        return listed;
    }
}
