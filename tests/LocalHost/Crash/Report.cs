using System.Text;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Says all that is not as it was planned; empty when nothing is.</summary>
internal sealed class Report(CrashSite site, People people, IReadOnlyList<Traveller> travellers, IReadOnlyList<string> faults, TableContents table)
{
    private const int MostStories = 5;
    private const int MostLines = 40;

    public async Task<string> WriteAsync(int tripsBefore)
    {
        var lines = new List<string>(faults);
        lines.AddRange((await table.AllocationsAsync()).Select(taken => $"{taken.Owner} is still taken by {taken.BookingId}"));
        lines.AddRange(await MoneyAsync());
        lines.AddRange(await TripsAsync(tripsBefore));
        var messages = (await site.MailboxAsync()).ToLookup(message => message.BookingId);
        var known = travellers.Select(traveller => traveller.Booking?.Id).ToHashSet();
        lines.AddRange(messages.Where(about => !known.Contains(about.Key)).Select(about => $"{about.Count()} messages are about {about.Key}, which nobody booked"));
        var stories = await StoriesAsync(new Inspection(site.Stripe, people, messages));
        return lines.Count == 0 && stories.Length == 0
            ? ""
            : string.Join(Environment.NewLine, [.. lines.Take(MostLines), $"({lines.Count} lines in all)", stories, Story.LastLog(site.Log())]);
    }

    private async Task<string> StoriesAsync(Inspection inspection)
    {
        var stories = new StringBuilder();
        var told = 0;
        foreach (var traveller in travellers)
        {
            var wrong = await inspection.FaultsAsync(traveller);
            if (wrong.Count == 0)
                continue;
            if (++told <= MostStories)
                stories.Append(await Story.OfAsync(traveller, wrong, people));
            else
                stories.AppendLine($"Traveller {traveller.Plan.Number}, booking {traveller.Booking?.Id}: {string.Join("; ", wrong)}");
        }
        return stories.ToString();
    }

    /// <summary>Nothing is at the simulator that no booking stands for, and no booking has two intents.</summary>
    private async Task<IEnumerable<string>> MoneyAsync()
    {
        var lines = new List<string>();
        var planned = (
            travellers.Where(traveller => traveller.Plan.Paid).Sum(traveller => traveller.Booking?.Amount ?? 0),
            travellers.Where(traveller => traveller.Plan.Refunded).Sum(traveller => traveller.Booking?.Amount ?? 0));
        var total = await site.Stripe.TotalAsync();
        if (total != planned)
            lines.Add($"The ledger has {total} (charged, refunded) where {planned} was planned");
        var intents = (await site.Stripe.BookingsOfIntentsAsync()).CountBy(bookingId => bookingId);
        lines.AddRange(intents.Where(count => count.Value > 1).Select(count => $"{count.Key} has {count.Value} payment intents"));
        return lines;
    }

    /// <summary>Every completed journey is in one driver's statistics, once.</summary>
    private async Task<IEnumerable<string>> TripsAsync(int before)
    {
        var planned = travellers.Count(traveller => traveller.Plan.Ending == Ending.Completed);
        var counted = await people.TripsAsync() - before;
        return counted == planned ? [] : [$"{counted} trips were counted where {planned} were completed"];
    }
}
