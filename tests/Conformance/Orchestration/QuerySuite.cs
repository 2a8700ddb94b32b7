using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class QuerySuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task Instances_come_newest_first_page_by_page()
    {
        var orchestration = Define<int, int>("ends", (_, number) => Task.FromResult(number));
        await StartEngineAsync();
        for (var number = 1; number <= 5; number++)
        {
            await Client.StartAsync(orchestration, $"{number}", number, Token);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await Client.QueryAsync(new OrchestrationQuery(Limit: 2), Token);
        var second = await Client.QueryAsync(new OrchestrationQuery(Limit: 2, After: first.Next), Token);
        var third = await Client.QueryAsync(new OrchestrationQuery(Limit: 2, After: second.Next), Token);

        Assert.Equal(["5", "4", "3", "2", "1"], first.Instances.Concat(second.Instances).Concat(third.Instances).Select(instance => instance.InstanceId));
        Assert.Null(third.Next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a position")]
    [InlineData("AAAAAAAAAAEAAAAAAAAAAA")]
    public async Task A_position_of_somebody_else_is_refused(string position)
    {
        await StartEngineAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.QueryAsync(new OrchestrationQuery(After: position), Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_page_has_1_to_100_instances(int limit)
    {
        await StartEngineAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.QueryAsync(new OrchestrationQuery(Limit: limit), Token));
    }
}
