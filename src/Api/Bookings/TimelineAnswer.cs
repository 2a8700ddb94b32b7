using Nots.Api.Json;
using Nots.Domain.Bookings;

namespace Nots.Api.Bookings;

/// <summary>What happened when.</summary>
internal sealed record TimelineAnswer(DateTime At, string Event)
{
    public static IReadOnlyList<TimelineAnswer> Of(IReadOnlyList<TimelineEntry> timeline)
    {
        var answers = new TimelineAnswer[timeline.Count];
        for (var i = 0; i < answers.Length; i++)
            answers[i] = new TimelineAnswer(WireClock.Utc(timeline[i].At), timeline[i].Event);
        return answers;
    }
}
