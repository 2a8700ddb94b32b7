using System.Collections.Concurrent;
using Nots.Client;
using Nots.Journeys.Output;

namespace Nots.Journeys;

/// <summary>Runs the journeys, some at a time, and checks what came of them.</summary>
public sealed class DemoRunner(DevelopmentClient client, StripeClient stripe, DemoOptions options, TimeProvider time)
{
    private readonly Patience _patience = new(time, options.Timeout);

    /// <exception cref="UnreachableHostException">Before anything was booked, or when the books could not be read.</exception>
    public async Task<DemoReport> RunAsync(IReadOnlyList<JourneyRow> rows, IDemoProgress progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var cast = await Cast.SignInAsync(client, cancellationToken);
        await stripe.LedgerAsync(cancellationToken);

        // Tells this demo's idempotency keys from an earlier one's.
        var run = time.GetUtcNow().ToUnixTimeMilliseconds();
        var results = new ConcurrentDictionary<string, RowResult>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(rows, parallel, async (row, token) =>
        {
            var result = await PlayAsync(row, $"demo-{run}-{row.Id}", cast, progress, token);
            results[row.Id] = result;
            progress.Ended(result);
        });
        return await ReportAsync([.. rows.Select(row => results[row.Id])], cast, started, cancellationToken);
    }

    private async Task<RowResult> PlayAsync(JourneyRow row, string key, Cast cast, IDemoProgress progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var run = new JourneyRun(row, key, cast, stripe, _patience, step => progress.At(row, step));
        string? fault = null;
        string? notApplicable = null;
        try
        {
            await ScenarioBook.For(row.Scenario).PlayAsync(run, cancellationToken);
            await Verdict.ReachAsync(run, cancellationToken);
        }
        catch (PolicyOutOfReachException outOfReach) when (!options.Start)
        {
            notApplicable = outOfReach.Message;
            await ClearAwayAsync(run, cancellationToken);
        }
        catch (Exception exception) when (exception is StepFailedException or NotsException or RefusedException or UnreachableHostException)
        {
            fault = exception.Message;
        }
        return new RowResult(row, run.IsBooked ? run.Booking : null, fault, notApplicable, time.GetElapsedTime(started));
    }

    /// <summary>A booking that the demo leaves half-way must not keep a driver from real work, nor hold money.</summary>
    private static async Task ClearAwayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        if (!run.IsBooked)
            return;
        try
        {
            await run.CancelAsync(run.Cast.Dispatcher, "Left by the demo", cancellationToken);
            await Verdict.CloseAsync(run, cancellationToken);
        }
        catch (Exception exception) when (exception is StepFailedException or NotsException or RefusedException or UnreachableHostException)
        {
            run.Say($"could not be cleared away: {exception.Message}");
        }
    }

    private async Task<DemoReport> ReportAsync(IReadOnlyList<RowResult> results, Cast cast, long started, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(results.Select(result => AfreshAsync(result, cast, cancellationToken)));
        var bookings = rows.Select(row => row.Booking).OfType<Booking>().ToList();
        var money = await MoneyCheck.RunAsync(bookings, stripe, alone: options.Start, cancellationToken);
        var messages = MessageCheck.Run([.. bookings.Where(booking => booking.Ended)], await client.MailboxAsync(cancellationToken));
        return new DemoReport(rows, money, messages, time.GetElapsedTime(started));
    }

    /// <summary>A row that stopped half-way was last seen at that moment, perhaps by the driver, who does not see the payment.</summary>
    private static async Task<RowResult> AfreshAsync(RowResult result, Cast cast, CancellationToken cancellationToken) =>
        result is { Passed: false, Booking: { } booking }
            ? result with { Booking = await cast.Dispatcher.BookingsGetAsync(booking.BookingId, cancellationToken) }
            : result;
}
