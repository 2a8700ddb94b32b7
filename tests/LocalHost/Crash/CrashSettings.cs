using System.Globalization;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>How hard the harness tries. From the environment, so that a run can be replayed or made harder.</summary>
/// <param name="Seed">Of the plan: who books what, and when what is killed. <c>NOTS_CRASH_SEED</c>; a new one each time unless set.</param>
/// <param name="Bookings"><c>NOTS_CRASH_BOOKINGS</c>.</param>
/// <param name="Kills"><c>NOTS_CRASH_KILLS</c>.</param>
/// <param name="Store">What the table is kept in, <c>sqlite</c> or <c>dynamodb</c>. <c>NOTS_CRASH_STORE</c>.</param>
/// <param name="Durable">What the orchestrations are kept in, <c>sqlite</c> or <c>azure-storage</c>. <c>NOTS_CRASH_DURABLE</c>.</param>
internal sealed record CrashSettings(int Seed, int Bookings, int Kills, string Store, string Durable)
{
    /// <summary>A day has ten pick-up times, and who books at most a year ahead.</summary>
    private const int MostBookings = 3000;

    public static CrashSettings FromEnvironment() => new(
        Number("NOTS_CRASH_SEED", 0, int.MaxValue) ?? Random.Shared.Next(),
        Number("NOTS_CRASH_BOOKINGS", 1, MostBookings) ?? 200,
        Number("NOTS_CRASH_KILLS", 0, 1000) ?? 20,
        OneOf("NOTS_CRASH_STORE", "sqlite", "dynamodb"),
        OneOf("NOTS_CRASH_DURABLE", "sqlite", "azure-storage"));

    /// <summary>The same on DynamoDB Local, with as much as it bears in the time of a test run.</summary>
    public CrashSettings OnDynamoDb() => this with { Store = "dynamodb", Bookings = Math.Min(Bookings, 40), Kills = Math.Min(Kills, 5) };

    /// <summary>The same with the orchestrations on Azurite, too, where some ten seconds pass after each kill until all goes on.</summary>
    public CrashSettings OnAzureStorage() => OnDynamoDb() with { Durable = "azure-storage", Bookings = Math.Min(Bookings, 24), Kills = Math.Min(Kills, 3) };

    public override string ToString() =>
        $"NOTS_CRASH_SEED={Seed} NOTS_CRASH_BOOKINGS={Bookings} NOTS_CRASH_KILLS={Kills} NOTS_CRASH_STORE={Store} NOTS_CRASH_DURABLE={Durable}";

    private static string OneOf(string name, params string[] values) => Environment.GetEnvironmentVariable(name) is not { Length: > 0 } text
        ? values[0]
        : values.Contains(text) ? text : throw new InvalidOperationException($"{name} is '{text}': one of {string.Join(", ", values)} is expected.");

    private static int? Number(string name, int least, int most)
    {
        if (Environment.GetEnvironmentVariable(name) is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InvalidOperationException($"{name} is '{text}': a number from {least} to {most} is expected.");
    }
}
