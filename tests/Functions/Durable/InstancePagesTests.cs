using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;
using Nots.Functions.Tests.Doubles;
using OrchestrationQuery = Nots.Application.Orchestration.OrchestrationQuery;

namespace Nots.Functions.Tests.Durable;

public sealed class InstancePagesTests : IAsyncDisposable
{
    private readonly FakeClient _fake = new();
    private readonly InstancePages _pages;

    public InstancePagesTests() => _pages = new InstancePages(_fake, new FakeTimeProvider(An.Hour));

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    [Fact]
    public async Task Instances_of_all_ages_come_newest_first_page_by_page()
    {
        foreach (var (id, age) in new[] { ("old", 400.0), ("b", 0.5), ("new", 0.1), ("a", 0.5), ("older", 900.0), ("day", 1.2) })
            _fake.Put(An.Instance(id, createdAt: An.Hour.AddDays(-age)));

        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = await ReadAsync(new OrchestrationQuery(Limit: 2, After: after));
            ids.AddRange(page.Instances.Select(instance => instance.InstanceId));
            after = page.Next;
        }
        while (after is not null && ids.Count < 10);

        Assert.Equal(["new", "b", "a", "day", "old", "older"], ids);
    }

    [Fact]
    public async Task A_page_of_what_is_new_does_not_read_what_is_old()
    {
        for (var number = 0; number < 5; number++)
            _fake.Put(An.Instance($"{number}", createdAt: An.Hour.AddMinutes(-number)));

        await ReadAsync(new OrchestrationQuery(Limit: 2));

        Assert.InRange(_fake.Queries.Count, 1, 2);
        Assert.All(_fake.Queries, query => Assert.True(query.CreatedFrom >= An.Hour.AddHours(-2)));
    }

    [Fact]
    public async Task Looking_in_vain_takes_few_questions()
    {
        Assert.Empty((await ReadAsync(new OrchestrationQuery())).Instances);
        Assert.InRange(_fake.Queries.Count, 1, 20);
    }

    [Fact]
    public async Task Instances_are_found_by_name_status_and_time()
    {
        _fake.Put(An.Instance("one", createdAt: An.Hour.AddHours(-3)));
        _fake.Put(An.Instance("ended", OrchestrationRuntimeStatus.Completed, An.Hour.AddHours(-2)));
        _fake.Put(An.Instance("other", createdAt: An.Hour.AddHours(-1), name: "maintenance"));

        Assert.Equal(["ended", "one"], await IdsAsync(new OrchestrationQuery(Name: "booking")));
        Assert.Equal(["other", "one"], await IdsAsync(new OrchestrationQuery(Status: OrchestrationStatus.Running)));
        Assert.Equal(["other", "ended"], await IdsAsync(new OrchestrationQuery(From: An.Hour.AddHours(-2))));
        Assert.Equal(["one"], await IdsAsync(new OrchestrationQuery(To: An.Hour.AddHours(-2))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a position")]
    [InlineData("AAAAAAAAAAEAAAAAAAAAAA")]
    [InlineData("99999999999999999999 one")]
    [InlineData("-1 one")]
    [InlineData("5 ")]
    public async Task A_position_of_somebody_else_is_refused(string position) =>
        await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync(new OrchestrationQuery(After: position)));

    private Task<OrchestrationPage> ReadAsync(OrchestrationQuery query) => _pages.ReadAsync(query, TestContext.Current.CancellationToken);

    private async Task<IEnumerable<string>> IdsAsync(OrchestrationQuery query) => (await ReadAsync(query)).Instances.Select(instance => instance.InstanceId);
}
