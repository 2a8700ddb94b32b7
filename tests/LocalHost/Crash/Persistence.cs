using System.Diagnostics;
using System.Text.Json;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Tries again as a real client does: what gets no answer, or the answer that the server is at fault, for a bounded time.</summary>
internal static class Persistence
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks and acts until something is seen.</summary>
    /// <param name="what">For the failure's message.</param>
    /// <param name="look">Null as long as it is not there.</param>
    /// <param name="act">Brings it about; null where it comes by itself. Refusals that a race explains (409) are looked at again.</param>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> look, Func<Task<Answer>>? act = null)
        where T : class
    {
        var started = Stopwatch.GetTimestamp();
        var last = "nothing";
        while (Stopwatch.GetElapsedTime(started) < Bound)
        {
            try
            {
                if (await look() is { } seen)
                    return seen;
                if (act is not null)
                {
                    var answer = await act();
                    last = $"{answer.Status} {answer.Body}";
                    if (answer.Status is >= 400 and < 500 and not 409)
                        throw new InvalidOperationException($"{what}: refused with {last}");
                    if (answer.Status < 400)
                        continue;
                }
            }
            catch (Exception fault) when (IsNoAnswer(fault))
            {
                last = fault.Message;
            }
            await Task.Delay(Pause);
        }
        throw new TimeoutException($"{what}: not within {Bound}; the last answer was {last}");
    }

    /// <summary>Asks until there is an answer that is a success.</summary>
    public static async Task<Answer> AnswerAsync(string what, Func<Task<Answer>> ask)
    {
        Answer? good = null;
        return await UntilAsync(what, () => Task.FromResult(good), async () =>
        {
            var answer = await ask();
            good = answer.Status < 300 ? answer : null;
            return answer;
        });
    }

    private static bool IsNoAnswer(Exception fault) => fault is HttpRequestException or IOException or TaskCanceledException or JsonException;
}
