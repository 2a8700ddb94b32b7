using Microsoft.Extensions.Time.Testing;
using Stripe;

namespace Nots.StripeSimulator.Tests.Payments;

public sealed class ListTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_go_on_to_the_end_newest_first()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var made = await CreateAsync(simulator.Client, 7);

        var listed = new List<string>();
        await foreach (var intent in simulator.Client.Intents.ListAutoPagingAsync(new PaymentIntentListOptions { Limit = 3 }, cancellationToken: Cancel))
            listed.Add(intent.Id);

        Assert.Equal(Enumerable.Reverse(made), listed);
    }

    [Fact]
    public async Task A_page_before_another_ends_next_to_it()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var made = await CreateAsync(simulator.Client, 5);

        var page = await simulator.Client.Intents.ListAsync(
            new PaymentIntentListOptions { Limit = 2, EndingBefore = made[0] }, cancellationToken: Cancel);

        Assert.Equal([made[2], made[1]], page.Select(intent => intent.Id));
        Assert.True(page.HasMore);
    }

    [Fact]
    public async Task A_stretch_of_time_has_its_own_ends()
    {
        var time = new FakeTimeProvider(Start);
        await using var simulator = await SimulatorHost.StartAsync(time: time);
        var made = new List<string>();
        for (var second = 0; second < 5; second++)
        {
            made.Add((await simulator.Client.CreateAsync()).Id);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var inclusive = await ListAsync(simulator.Client, new DateRangeOptions { GreaterThanOrEqual = At(1), LessThanOrEqual = At(3) });
        var exclusive = await ListAsync(simulator.Client, new DateRangeOptions { GreaterThan = At(1), LessThan = At(3) });

        Assert.Equal([made[3], made[2], made[1]], inclusive);
        Assert.Equal([made[2]], exclusive);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=x")]
    [InlineData("starting_after=pi_unknown")]
    [InlineData("created[gte]=yesterday")]
    [InlineData("colour=red")]
    public async Task A_wrong_list_parameter_is_refused(string query)
    {
        await using var simulator = await SimulatorHost.StartAsync();

        using var answer = await simulator.Client.Http.GetAsync($"/v1/payment_intents?{query}", Cancel);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Events_are_listed_by_type()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await simulator.Client.PayAsync();
        var paid = await simulator.Client.PayAsync();

        var listed = await simulator.Client.Events.ListAsync(
            new EventListOptions { Type = EventTypes.PaymentIntentSucceeded, Limit = 1 }, cancellationToken: Cancel);

        Assert.Equal(paid.Id, Assert.IsType<PaymentIntent>(listed.Single().Data.Object).Id);
        Assert.True(listed.HasMore);
    }

    [Fact]
    public async Task A_payments_events_come_in_the_order_in_which_things_happened()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();
        await simulator.Client.RefundAsync(paid.Id);

        var listed = await simulator.Client.Events.ListAsync(cancellationToken: Cancel);

        Assert.Equal(
            ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "refund.created", "charge.refunded"],
            listed.Data.AsEnumerable().Reverse().Select(happened => happened.Type));
    }

    [Fact]
    public async Task Charges_expand_to_their_refunds()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();
        var refund = await simulator.Client.RefundAsync(paid.Id, 100);

        var charges = await simulator.Client.Charges.ListAsync(
            new ChargeListOptions { PaymentIntent = paid.Id, Expand = ["data.refunds"] }, cancellationToken: Cancel);

        Assert.Equal(refund.Id, charges.Single().Refunds.Single().Id);
    }

    private static DateTime At(int second) => Start.AddSeconds(second).UtcDateTime;

    private static async Task<List<string>> ListAsync(SimulatorClient client, DateRangeOptions created)
    {
        var page = await client.Intents.ListAsync(new PaymentIntentListOptions { Created = created }, cancellationToken: Cancel);
        return [.. page.Select(intent => intent.Id)];
    }

    private static async Task<List<string>> CreateAsync(SimulatorClient client, int count)
    {
        var made = new List<string>();
        for (var i = 0; i < count; i++)
            made.Add((await client.CreateAsync()).Id);
        return made;
    }
}
