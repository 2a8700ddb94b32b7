namespace Nots.LocalHost.Tests.Running;

/// <summary>Pick-up times.</summary>
public static class Pickup
{
    private static int _days = 2;

    /// <summary>A morning that no other booking of these tests has, so that no driver has two jobs at once.</summary>
    public static DateTimeOffset OnADayOfItsOwn() =>
        new(DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().Date, DateTimeKind.Utc).AddDays(Interlocked.Increment(ref _days)).AddHours(10.5));

    public static DateTimeOffset In(TimeSpan time) => TimeProvider.System.GetUtcNow() + time;
}
