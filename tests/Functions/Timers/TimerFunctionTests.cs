using Microsoft.Azure.Functions.Worker;
using NCrontab;
using Nots.Application.Timers;
using Nots.Functions.Settings;
using Nots.Functions.Tests.Catalogues;
using Nots.Functions.Tests.Hosting;

namespace Nots.Functions.Tests.Timers;

/// <summary>The function app's timers are those of the catalogue, and their schedules say the same as its periods.</summary>
public sealed class TimerFunctionTests
{
    private static readonly IReadOnlyList<TimerJob> Jobs = TimerCatalogue.All(new TimerSettings());

    public static TheoryData<string, string> Schedules => new(
        AppFunctions.With<TimerTriggerAttribute>().Select(function => (function.Name, function.Trigger.Schedule.Trim('%'))));

    [Fact]
    public void Every_timer_has_its_function_and_every_function_its_timer() =>
        Assert.Equal(Jobs.Select(job => job.Name).Order(), AppFunctions.With<TimerTriggerAttribute>().Select(function => function.Name).Order());

    /// <summary>A run is made up for by the next, and the app may start many times an hour.</summary>
    [Fact]
    public void No_timer_runs_at_a_start_or_keeps_a_record_of_its_runs() => Assert.All(
        AppFunctions.With<TimerTriggerAttribute>(), function => Assert.Equal((false, false), (function.Trigger.RunOnStartup, function.Trigger.UseMonitor)));

    [Fact]
    public void No_timer_is_run_again_by_the_host_when_it_fails() => Assert.All(
        AppFunctions.With<TimerTriggerAttribute>(),
        function => Assert.Equal([typeof(FunctionAttribute)], function.Method.GetCustomAttributesData()
            .Select(attribute => attribute.AttributeType)
            .Where(type => type.Namespace!.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_schedule_is_a_setting_that_the_sample_has_and_the_start_asks_for(string timer, string setting)
    {
        Assert.StartsWith("%", AppFunctions.With<TimerTriggerAttribute>().Single(function => function.Name == timer).Trigger.Schedule, StringComparison.Ordinal);
        Assert.Contains((setting, LocalSettings.Values[setting]), FunctionsSettings.OfHost);
    }

    /// <summary>
    /// The host reads schedules as UTC wherever it runs, for Linux knows no time zone setting; and these are the same every hour, so that
    /// London's summer time makes no difference to them, nor do the hours that are lost and doubled.
    /// </summary>
    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_schedules_default_is_the_catalogues_period_the_year_round(string timer, string setting)
    {
        var every = Jobs.Single(job => job.Name == timer).Every;
        var schedule = CrontabSchedule.Parse(LocalSettings.Values[setting], new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        var start = new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        var runs = schedule.GetNextOccurrences(start, start.AddYears(1));

        Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.Equal(every, pair.Second - pair.First));
    }
}
