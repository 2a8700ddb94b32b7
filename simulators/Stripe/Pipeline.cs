using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Payments;
using Nots.StripeSimulator.Store;
using Nots.StripeSimulator.Switches;

namespace Nots.StripeSimulator;

/// <summary>What every request of Stripe's API goes through: key, version, parameters, faults, idempotency, the work, the answer.</summary>
internal sealed class Pipeline(
    Writer writer,
    Gate gate,
    Idempotency idempotency,
    FaultSwitch faults,
    Ids ids,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<Pipeline> log)
{
    /// <param name="work">Runs alone, in a transaction.</param>
    /// <param name="publishableMay">Whether a browser may ask it with an intent's client secret.</param>
    public RequestDelegate Endpoint(Func<ApiCall, Answer> work, bool publishableMay = false) => async context =>
    {
        var requestId = ids.New("req_", 14);
        var fault = faults.Take(context.Request.Path);
        if (fault is null or { Kind: FaultKind.Slow })
        {
            var answer = await AnswerAsync(context.Request, requestId, work, publishableMay, fault?.Delay);
            await WriteAsync(context, requestId, answer);
            return;
        }

        if (fault.AfterWork)
            await AnswerAsync(context.Request, requestId, work, publishableMay, null);
        await FailAsync(context, requestId, fault);
    };

    private async Task<Answer> AnswerAsync(
        HttpRequest request, string requestId, Func<ApiCall, Answer> work, bool publishableMay, TimeSpan? delay)
    {
        try
        {
            var publishable = gate.Enter(request, publishableMay);
            CheckVersion(request);
            var parameters = await ReadParametersAsync(request);
            return await RunAsync(request, requestId, parameters, publishable, work, delay);
        }
        catch (ApiException refusal)
        {
            return refusal.ToAnswer();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return ApiException.Internal().ToAnswer();
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or BadHttpRequestException))
        {
            log.LogError(fault, "{Method} {Path} failed", request.Method, request.Path);
            return ApiException.Internal().ToAnswer();
        }
    }

    private async Task<Answer> RunAsync(
        HttpRequest request, string requestId, Parameters parameters, bool publishable, Func<ApiCall, Answer> work, TimeSpan? delay)
    {
        var key = HttpMethods.IsPost(request.Method) ? request.Headers["Idempotency-Key"].ToString() : "";
        var path = request.Path.Value!;
        var id = request.RouteValues["id"] as string ?? "";
        var address = new Uri($"{request.Scheme}://{request.Host}");
        if (key.Length > 0)
            idempotency.Enter(key);
        try
        {
            if (delay is not null)
                await Task.Delay(delay.Value, time, lifetime.ApplicationStopping);
            return await writer.RunAsync(database => Execute(
                new ApiCall(database, parameters, id, requestId, key.Length > 0 ? key : null, address, publishable, time.GetUtcNow()), path, work));
        }
        finally
        {
            if (key.Length > 0)
                idempotency.Leave(key);
        }
    }

    private Answer Execute(ApiCall call, string path, Func<ApiCall, Answer> work)
    {
        if (idempotency.Replay(call, path) is { } first)
            return first;
        Answer answer;
        try
        {
            answer = call.Database.Atomically(() => Expansion.Apply(work(call), call));
        }
        catch (ApiException refusal) when (refusal.Kept)
        {
            answer = refusal.ToAnswer();
        }

        idempotency.Keep(call, path, answer);
        return answer;
    }

    private async Task FailAsync(HttpContext context, string requestId, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Error:
                await WriteAsync(context, requestId, ApiException.Internal().ToAnswer());
                break;
            case FaultKind.RateLimit:
                await WriteAsync(context, requestId, ApiException.TooMany("rate_limit").ToAnswer());
                break;
            case FaultKind.LockTimeout:
                await WriteAsync(context, requestId, ApiException.TooMany("lock_timeout").ToAnswer());
                break;
            default:
                if (fault.Kind == FaultKind.Timeout)
                    await HoldAsync(context, fault.Delay);
                context.Abort();
                break;
        }
    }

    private async Task HoldAsync(HttpContext context, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, time, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up first: that is what the switch is for.
        }
    }

    private static async Task WriteAsync(HttpContext context, string requestId, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.MediaType;
        response.ContentLength = answer.Body.Length;
        response.Headers["Request-Id"] = requestId;
        response.Headers["Stripe-Version"] = StripeApi.Version;
        var key = context.Request.Headers["Idempotency-Key"];
        if (key.Count > 0)
            response.Headers["Idempotency-Key"] = key;
        if (answer.OriginalRequest is not null)
        {
            response.Headers["Idempotent-Replayed"] = "true";
            response.Headers["Original-Request"] = answer.OriginalRequest;
        }

        await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static void CheckVersion(HttpRequest request)
    {
        var version = request.Headers["Stripe-Version"].ToString();
        if (version.Length > 0 && version != StripeApi.Version)
            throw ApiException.Invalid($"Invalid Stripe API version: {version}. The simulator speaks {StripeApi.Version} only.");
    }

    private static async Task<Parameters> ReadParametersAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return new Parameters(request.Query);
        if (request.ContentLength is null or 0 && request.ContentType is null)
            return new Parameters([]);
        if (!request.HasFormContentType)
        {
            throw ApiException.Invalid(
                "Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have questions, we can help at https://support.stripe.com/.");
        }

        try
        {
            return new Parameters(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (InvalidDataException fault)
        {
            throw ApiException.Invalid($"Invalid request: {fault.Message}");
        }
    }
}
