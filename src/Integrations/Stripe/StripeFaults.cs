using System.Net;
using Nots.Application.Common;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Stripe;

namespace Nots.Integrations.Stripe;

/// <summary>Stripe's errors in the application's terms.</summary>
internal static class StripeFaults
{
    private const string Service = "Stripe";

    /// <exception cref="ExternalServiceException">Stripe refused, failed or did not answer.</exception>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (StripeException refusal)
        {
            throw From(refusal);
        }
        catch (Exception fault) when (IsNoAnswer(fault) && !cancellationToken.IsCancellationRequested)
        {
            throw new ExternalServiceException(Service, NoAnswer(fault), transient: true, fault);
        }
    }

    public static ExternalServiceException From(StripeException refusal)
    {
        var error = refusal.StripeError;
        var code = error?.DeclineCode ?? error?.Code ?? error?.Type;
        var message = $"{(int)refusal.HttpStatusCode}{(code is null ? "" : $" {code}")}: {error?.Message ?? refusal.Message}";
        return new ExternalServiceException(Service, message, IsTransient(refusal), refusal);
    }

    /// <summary>An answer that this program cannot read, now or later.</summary>
    public static ExternalServiceException Unreadable(string what) => new(Service, what, transient: false);

    private static bool IsTransient(StripeException refusal) =>
        refusal.HttpStatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError or 0
        || refusal.StripeError?.Code is "lock_timeout" or "idempotency_key_in_use" or "rate_limit";

    private static bool IsNoAnswer(Exception fault) =>
        fault is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException or OperationCanceledException;

    private static string NoAnswer(Exception fault) => fault switch
    {
        BrokenCircuitException => "has failed too often in the last half minute and is left alone for some seconds",
        TimeoutRejectedException or OperationCanceledException => "did not answer in time",
        _ => "cannot be reached",
    };
}
