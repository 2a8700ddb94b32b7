using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.Extensions.Time.Testing;
using Nots.Durable.Sqlite;
using Nots.Durable.Sqlite.Store;
using Nots.Durable.Sqlite.Work;

namespace Nots.Durable.Tests;

public sealed class WokenForNothingTest
{
    [Fact]
    public async Task An_event_that_comes_while_an_instance_was_woken_by_a_timer_of_an_earlier_execution_is_not_forgotten()
    {
        using var table = new SessionTable(new SqliteOrchestrationServiceOptions { DatabasePath = "unused" }, new FakeTimeProvider());
        var token = TestContext.Current.CancellationToken;
        var stored = new StoredInstance(new InstanceHead(1, "one", "second", OrchestrationStatus.Running), [new OrchestratorStartedEvent(-1)], []);
        table.Deliver(new StoredMessage(1, 1, "first", IsDelayed: true, new TimerFiredEvent(-1)));
        var session = await table.NextAsync(token);
        Assert.Empty(table.Begin(session, stored, withMessages: false));

        table.Deliver(new StoredMessage(1, 2, null, IsDelayed: false, new EventRaisedEvent(-1, "\"gone\"") { Name = "go" }));
        table.Shelve(session);

        var again = await table.NextAsync(token).AsTask().WaitAsync(TimeSpan.FromSeconds(5), token);
        Assert.Equal("go", Assert.IsType<EventRaisedEvent>(Assert.Single(table.Begin(again, stored, withMessages: false)).Event).Name);
    }
}
