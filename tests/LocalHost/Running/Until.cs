using System.Diagnostics;

namespace Nots.LocalHost.Tests.Running;

/// <summary>Looks again and again, for a bounded time.</summary>
public static class Until
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static Task TrueAsync(Func<Task<bool>> look, string what, Func<string> log) =>
        ResultAsync(async () => await look() ? "" : null, what, log);

    /// <summary>What <paramref name="look"/> sees once it sees something.</summary>
    /// <param name="look">Null as long as there is nothing to see.</param>
    /// <param name="what">For the failure's message: "… never came true".</param>
    /// <param name="log">For the failure's message.</param>
    public static async Task<T> ResultAsync<T>(Func<Task<T?>> look, string what, Func<string> log)
        where T : class
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await look() is { } seen)
                return seen;
            if (Stopwatch.GetElapsedTime(started) > Bound)
                throw new TimeoutException($"'{what}' did not come true within {Bound}. The host wrote:{Environment.NewLine}{log()}");
            await Task.Delay(Pause);
        }
    }
}
