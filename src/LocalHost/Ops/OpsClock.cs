using System.Globalization;
using System.Text.Json;
using Nots.Application.Common;

namespace Nots.LocalHost.Ops;

/// <summary>Shows times as London's clocks do, and how far off they are.</summary>
internal sealed class OpsClock(ILondonTime london, TimeProvider time)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>To the second, the UTC time within reach.</summary>
    public Html Show(DateTimeOffset at)
    {
        var utc = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", Culture);
        return $"""<time datetime="{utc}" title="{utc}">{london.ToLocal(at).ToString("d MMM yyyy, HH:mm:ss", Culture)}</time>""";
    }

    /// <summary>Such as "in 5 min" or "2 h ago".</summary>
    public string Away(DateTimeOffset at)
    {
        var away = at - time.GetUtcNow();
        if (away.Duration() < TimeSpan.FromSeconds(1))
            return "now";
        return away >= TimeSpan.Zero ? $"in {Length(away)}" : $"{Length(-away)} ago";
    }

    /// <summary>The instant that a JSON text says; null when it says none.</summary>
    public static DateTimeOffset? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.TryGetDateTimeOffset(out var at) ? at : null;

    /// <summary>In the two largest units that matter.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalMilliseconds: < 1000 } => string.Create(Culture, $"{length.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 60 } => string.Create(Culture, $"{length.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => $"{length.Minutes} min {length.Seconds} s",
        { TotalDays: < 1 } => $"{length.Hours} h {length.Minutes} min",
        _ => $"{length.Days} d {length.Hours} h",
    };
}
