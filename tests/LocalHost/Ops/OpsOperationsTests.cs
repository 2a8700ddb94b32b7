using System.Globalization;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Ops;

public sealed class OpsOperationsTests(SharedHost shared)
{
    [Fact]
    public async Task Every_filter_narrows_the_list_by_itself_and_together()
    {
        var booking = await shared.Customer.BookAsync(Pickup.OnADayOfItsOwn(), "cash");
        var created = (await OneAsync(booking)).Body.GetProperty("createdAt").GetDateTimeOffset();
        var (at, after) = (Query(created), Query(created.AddSeconds(1)));

        Assert.Contains(booking.Id, await ListAsync("limit=100&name=booking"));
        Assert.Contains(booking.Id, await ListAsync($"limit=100&from={at}"));
        Assert.DoesNotContain(booking.Id, await ListAsync($"limit=100&from={after}"));
        Assert.Contains(booking.Id, await ListAsync($"limit=100&to={after}"));
        Assert.DoesNotContain(booking.Id, await ListAsync($"limit=100&to={at}"));
        Assert.Contains(booking.Id, await ListAsync($"limit=100&status=running&name=booking&from={at}&to={after}"));
        Assert.Empty(await ListAsync("name=other"));
        Assert.DoesNotContain(booking.Id, await ListAsync("limit=100&status=terminated"));
    }

    [Fact]
    public async Task A_history_tells_which_outcome_belongs_to_what()
    {
        var booking = await shared.Customer.BookAsync(Pickup.OnADayOfItsOwn(), "cash");

        var history = (await OneAsync(booking)).Body.GetProperty("history").EnumerateArray().ToList();

        var completed = history.First(entry => entry.GetProperty("type").GetString() == "activityCompleted");
        var scheduled = history[completed.GetProperty("outcomeOf").GetInt32()];
        Assert.Equal("activityScheduled", scheduled.GetProperty("type").GetString());
        Assert.Equal(scheduled.GetProperty("name").GetString(), completed.GetProperty("name").GetString());
        Assert.False(history[0].TryGetProperty("outcomeOf", out _));
    }

    /// <summary>The orchestration once it runs and has a step behind it.</summary>
    private async Task<Answer> OneAsync(Booked booking) => await Until.ResultAsync(
        async () => await shared.Dispatcher.GetAsync($"/v1/ops/orchestrations/{booking.Id}?history=true") is { Status: 200 } answer
            && answer.Text("status") == "running"
            && answer.Body.GetProperty("history").EnumerateArray().Any(entry => entry.GetProperty("type").GetString() == "activityCompleted")
            ? answer : null,
        "the booking's orchestration has taken a step", () => shared.Host.Log);

    private async Task<IReadOnlyList<string?>> ListAsync(string query) =>
        [.. (await shared.Dispatcher.GetAsync($"/v1/ops/orchestrations?{query}")).Ok().Body.GetProperty("orchestrations").EnumerateArray()
            .Select(instance => instance.GetProperty("instanceId").GetString())];

    private static string Query(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
