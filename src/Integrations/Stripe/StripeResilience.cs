using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Nots.Integrations.Stripe;

/// <summary>
/// Time-out, retry and circuit breaker. Every call is a GET or carries an idempotency key, so that a retry is always safe;
/// Stripe.net's own retries are off. What is worth a retry is Stripe's advice: its header, else 409 (a key or lock in use),
/// 429 and 5xx (docs.stripe.com/error-low-level).
/// </summary>
internal static class StripeResilience
{
    private const string ShouldRetry = "Stripe-Should-Retry";

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeSpan timeout) => pipeline
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(200),
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(
                IsNoAnswer(attempt.Outcome.Exception) || (attempt.Outcome.Result is { } answer && IsWorthRetrying(answer))),
        })
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(10),
            ShouldHandle = attempt => ValueTask.FromResult(
                IsNoAnswer(attempt.Outcome.Exception) || attempt.Outcome.Result is { StatusCode: >= HttpStatusCode.InternalServerError }),
        })
        .AddTimeout(timeout);

    private static bool IsNoAnswer(Exception? fault) => fault is HttpRequestException or TimeoutRejectedException;

    private static bool IsWorthRetrying(HttpResponseMessage answer)
    {
        if (answer.Headers.TryGetValues(ShouldRetry, out var advice) && bool.TryParse(advice.First(), out var retry))
            return retry;
        return answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
    }
}
