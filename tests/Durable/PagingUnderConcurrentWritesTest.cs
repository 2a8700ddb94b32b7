using CsCheck;
using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class PagingUnderConcurrentWritesTest
{
    [Fact]
    public async Task Every_instance_that_was_there_comes_once()
    {
        await using var host = new EngineHost();
        var orchestration = host.Define<string, string>("waits", (context, _) => context.WaitForExternalEventAsync<string>("go"));
        await host.StartAsync();
        var started = 0;
        await Gen.Select(Gen.Int[1, 30], Gen.Int[1, 10], Gen.Int[0, 5]).SampleAsync(
            async (instances, pageSize, between) =>
            {
                for (var number = 0; number < instances; number++)
                    await host.Client.StartAsync(orchestration, $"{++started}", "", EngineHost.Token);
                var expected = Enumerable.Range(1, started).Select(number => $"{number}").Reverse();
                var listed = await ListAsync(host, pageSize, async () =>
                {
                    for (var number = 0; number < between; number++)
                    {
                        await host.Client.StartAsync(orchestration, $"{++started}", "", EngineHost.Token);
                        await host.Client.RaiseEventAsync($"{started - 1}", "go", "", EngineHost.Token);
                    }
                });
                Assert.Equal(expected, listed);
            },
            iter: 15, threads: 1);
    }

    private static async Task<List<string>> ListAsync(EngineHost host, int pageSize, Func<Task> betweenPages)
    {
        var listed = new List<string>();
        string? next = null;
        do
        {
            var page = await host.Client.QueryAsync(new OrchestrationQuery(Limit: pageSize, After: next), EngineHost.Token);
            listed.AddRange(page.Instances.Select(instance => instance.InstanceId));
            next = page.Next;
            if (listed.Count < 60)
                await betweenPages();
        }
        while (next is not null);
        return listed;
    }
}
