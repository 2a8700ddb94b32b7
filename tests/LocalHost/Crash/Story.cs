using System.Text;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Tells all that is known of a booking, for whoever has to find out why it went wrong.</summary>
internal static class Story
{
    private const int LastLines = 60;

    public static async Task<string> OfAsync(Traveller traveller, IReadOnlyList<string> faults, People people)
    {
        var story = new StringBuilder().AppendLine().AppendLine($"Traveller {traveller.Plan} with booking {traveller.Booking?.Id ?? "(none)"}:");
        foreach (var fault in faults)
            story.AppendLine($"  ! {fault}");
        if (traveller.Booking is not { } booking)
            return story.ToString();
        story.AppendLine($"  booking: {(await people.Dispatcher.BookingAsync(booking)).Body}");
        var events = await people.Dispatcher.GetAsync($"/v1/bookings/{booking.Id}/events");
        if (events.Status == 200)
        {
            foreach (var entry in events.Body.GetProperty("events").EnumerateArray())
                story.AppendLine($"  event {entry}");
        }
        var run = await people.Dispatcher.GetAsync($"/v1/ops/orchestrations/{booking.Id}?history=true");
        if (run.Status != 200)
            return story.AppendLine($"  orchestration: {run.Status} {run.Body}").ToString();
        story.AppendLine($"  orchestration {run.Text("status")}, {run.Text("customStatus")}, failure {run.Text("failure")}");
        foreach (var entry in run.Body.GetProperty("history").EnumerateArray())
            story.AppendLine($"  history {entry}");
        return story.ToString();
    }

    public static string LastLog(string log) =>
        $"The host's last lines:{Environment.NewLine}{string.Join(Environment.NewLine, log.Split(Environment.NewLine).TakeLast(LastLines))}";
}
