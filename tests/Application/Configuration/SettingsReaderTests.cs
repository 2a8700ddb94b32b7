using Nots.Application.Configuration;

namespace Nots.Application.Tests.Configuration;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Settings_of_every_type_are_read_and_the_others_keep_their_defaults()
    {
        var read = Reader(
            ("Nots:Pause", "00:00:05"), ("nots:COUNT", "7"), ("Nots:Rate", "1.5"), ("Nots:On", "true"), ("Nots:Address", "http://127.0.0.1/"),
            ("Nots:Level", "high"), ("Nots:Names:0", "a"), ("Nots:Names:1", "b"), ("Nots:Inner:Text", "deep")).Read(new Sample());
        Assert.Equal((TimeSpan.FromSeconds(5), 7, 1.5, true), (read.Pause, read.Count, read.Rate, read.On));
        Assert.Equal(("http://127.0.0.1/", Level.High, "deep"), (read.Address?.ToString(), read.Level, read.Inner.Text));
        Assert.Equal(["a", "b"], read.Names);
        Assert.Equal("as it was", read.Untouched);
    }

    [Fact]
    public void The_defaults_are_not_changed()
    {
        var defaults = new Sample();
        Reader(("Nots:Count", "7"), ("Nots:Inner:Text", "other")).Read(defaults);
        Assert.Equal((3, "shallow"), (defaults.Count, defaults.Inner.Text));
    }

    [Fact]
    public void Every_fault_is_told_with_what_was_expected()
    {
        var reader = Reader(
            ("Nots:Pause", "5"), ("Nots:Count", "1.5"), ("Nots:Rate", "NaN"), ("Nots:On", "yes"), ("Nots:Address", "here"), ("Nots:Level", "12"));
        reader.Read(new Sample());
        Assert.Equal(
            [
                "Nots:Pause is '5': a time such as 00:15:00 (hours, minutes, seconds; 1.00:00:00 is a day) is expected.",
                "Nots:Count is '1.5': a whole number is expected.",
                "Nots:Rate is 'NaN': a number such as 1.5 is expected.",
                "Nots:On is 'yes': true or false is expected.",
                "Nots:Address is 'here': an absolute URL is expected.",
                "Nots:Level is '12': one of Low, High is expected.",
            ],
            reader.Faults());
    }

    [Fact]
    public void A_name_that_is_no_setting_is_a_fault_and_the_nearest_one_is_named()
    {
        var reader = Reader(("Nots:Cuont", "7"), ("Nots:Inner:Txt", "x"), ("Nots:Whatever", "x"), ("Nots:Names:1", "without a 0"), ("Nots:Total", "7"));
        reader.Read(new Sample());
        Assert.Equal(
            [
                "Nots:Cuont is not a setting: is Nots:Count meant?",
                "Nots:Inner:Txt is not a setting: is Nots:Inner:Text meant?",
                "Nots:Names:1 is not a setting: is Nots:Names:0 meant?",
                "Nots:Total is not a setting.",
                "Nots:Whatever is not a setting.",
            ],
            reader.Faults());
    }

    [Fact]
    public void What_is_outside_the_section_or_empty_does_not_matter()
    {
        var reader = Reader(("Other:Count", "x"), ("NotsToo:Count", "x"), ("Nots:Count", ""), ("Nots:Pause", null));
        Assert.Equal(3, reader.Read(new Sample()).Count);
        Assert.Empty(reader.Faults());
    }

    [Fact]
    public void Secrets_are_never_shown()
    {
        var reader = Reader(("Nots:ApiKey", "sk_live_1"), ("Nots:Count", "7"));
        reader.Read(new Sample());
        Assert.Equal(("(secret)", false), Shown("ApiKey"));
        Assert.Equal(("7", false), Shown("Count"));
        Assert.Equal(("as it was", true), Shown("Untouched"));

        (string, bool) Shown(string path)
        {
            var setting = reader.Settings.Single(setting => setting.Path == path);
            return (setting.Shown, setting.IsDefault);
        }
    }

    private static SettingsReader Reader(params (string Path, string? Value)[] given) =>
        new(given.Select(setting => KeyValuePair.Create(setting.Path, setting.Value)), "Nots");

    private sealed record Sample
    {
        public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(1);

        public int Count { get; init; } = 3;

        public double Rate { get; init; }

        public bool On { get; init; }

        public Uri? Address { get; init; }

        public Level Level { get; init; }

        public IReadOnlyList<string> Names { get; init; } = [];

        public Inside Inner { get; init; } = new();

        public string? ApiKey { get; init; }

        public string Untouched { get; init; } = "as it was";

        /// <summary>Follows from another, so it is no setting.</summary>
        public int Total => Count * 2;
    }

    private enum Level
    {
        Low,
        High,
    }

    private sealed record Inside
    {
        public string Text { get; init; } = "shallow";
    }
}
