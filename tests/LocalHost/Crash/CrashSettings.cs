using System.Globalization;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>How hard the harness tries. From the environment, so that a run can be replayed or made harder.</summary>
/// <param name="Seed">Of the plan: who books what, and when what is killed. <c>NOTS_CRASH_SEED</c>; a new one each time unless set.</param>
/// <param name="Bookings"><c>NOTS_CRASH_BOOKINGS</c>.</param>
/// <param name="Kills"><c>NOTS_CRASH_KILLS</c>.</param>
internal sealed record CrashSettings(int Seed, int Bookings, int Kills)
{
    /// <summary>A day has ten pick-up times, and who books at most a year ahead.</summary>
    private const int MostBookings = 3000;

    public static CrashSettings FromEnvironment() => new(
        Number("NOTS_CRASH_SEED", 0, int.MaxValue) ?? Random.Shared.Next(),
        Number("NOTS_CRASH_BOOKINGS", 1, MostBookings) ?? 200,
        Number("NOTS_CRASH_KILLS", 0, 1000) ?? 20);

    public override string ToString() => $"NOTS_CRASH_SEED={Seed} NOTS_CRASH_BOOKINGS={Bookings} NOTS_CRASH_KILLS={Kills}";

    private static int? Number(string name, int least, int most)
    {
        if (Environment.GetEnvironmentVariable(name) is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InvalidOperationException($"{name} is '{text}': a number from {least} to {most} is expected.");
    }
}
