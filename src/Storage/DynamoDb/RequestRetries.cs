using Amazon.Runtime;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// The one policy of trying again: what may go well the next time is tried again after a random wait below a bound that doubles
/// (full jitter), until the call's tries or its time are used up.
/// </summary>
internal sealed class RequestRetries(DynamoDbOptions options, Random random)
{
    private static readonly TimeSpan FirstBound = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestBound = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock = options.DeadlineClock;

    /// <summary>Makes a call that changes nothing.</summary>
    /// <exception cref="TableUnavailableException">No try had an answer in time.</exception>
    public Task<T> ReadAsync<T>(string operation, Func<RequestTry, Task<T>> send, CancellationToken cancellationToken) =>
        RunAsync(operation, changes: false, send, cancellationToken);

    /// <summary>
    /// Makes a call that changes the table. Cancelling withdraws it as long as no try of it may have happened; it never interrupts
    /// a try, whose outcome would be lost.
    /// </summary>
    /// <exception cref="TableUnavailableException">No try had an answer in time: it may have happened.</exception>
    public Task<T> ChangeAsync<T>(string operation, Func<RequestTry, Task<T>> send, CancellationToken cancellationToken) =>
        RunAsync(operation, changes: true, send, cancellationToken);

    private async Task<T> RunAsync<T>(string operation, bool changes, Func<RequestTry, Task<T>> send, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var mayHaveHappened = false;
        for (var tries = 1; ; tries++)
        {
            var withdrawn = mayHaveHappened ? CancellationToken.None : cancellationToken;
            withdrawn.ThrowIfCancellationRequested();
            var remaining = options.Deadline - _clock.GetElapsedTime(started);
            using var timeout = new CancellationTokenSource(Positive(remaining < options.AttemptTimeout ? remaining : options.AttemptTimeout), _clock);
            using var withdrawal = changes ? default : cancellationToken.UnsafeRegister(static timeout => ((CancellationTokenSource)timeout!).Cancel(), timeout);
            try
            {
                return await send(new RequestTry(mayHaveHappened, timeout.Token));
            }
            catch (OperationCanceledException) when (!changes && cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception fault) when (RequestFaults.Of(fault) is { } kind)
            {
                mayHaveHappened |= changes && kind == RequestFault.Unknown;
                if (kind == RequestFault.Invalid)
                    throw new ArgumentException($"DynamoDB refuses the request: {fault.Message}", fault);
                tries = fault is UnprocessedException { Progressed: true } ? 0 : tries;
                var wait = Wait(tries);
                if (kind == RequestFault.Refused || tries >= options.Attempts || _clock.GetElapsedTime(started) + wait >= options.Deadline)
                    throw Unavailable(operation, fault, mayHaveHappened);
                StorageTelemetry.Retried(operation, (fault as AmazonServiceException)?.ErrorCode ?? fault.GetType().Name);
                await Task.Delay(wait, _clock, mayHaveHappened ? CancellationToken.None : cancellationToken);
            }
        }
    }

    private TimeSpan Wait(int tries)
    {
        var bound = FirstBound * Math.Pow(2, Math.Min(tries, 10));
        return random.NextDouble() * (bound < LongestBound ? bound : LongestBound);
    }

    private static TableUnavailableException Unavailable(string operation, Exception fault, bool mayHaveHappened) => new(
        $"DynamoDB did not carry out {operation}: {fault.Message}{(mayHaveHappened ? " It may have happened." : "")}", fault);

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
