using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Payments;
using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Switches;

/// <summary>Requests of <c>/_sim</c>: no key (it listens on loopback only), parameters in the query or as a form.</summary>
internal sealed class SimPipeline(Writer writer, Ids ids, TimeProvider time)
{
    /// <param name="work">Runs alone, in a transaction.</param>
    public RequestDelegate Endpoint(Func<ApiCall, Answer> work) => async context =>
    {
        var answer = await AnswerAsync(context.Request, work);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.MediaType;
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    };

    public async Task<Answer> AnswerAsync(HttpRequest request, Func<ApiCall, Answer> work)
    {
        try
        {
            var parameters = new Parameters(
                request.HasFormContentType ? request.Query.Concat(await request.ReadFormAsync()) : request.Query);
            var id = request.RouteValues["id"] as string ?? "";
            var address = new Uri($"{request.Scheme}://{request.Host}");
            return await writer.RunAsync(database =>
                work(new ApiCall(database, parameters, id, ids.New("req_", 14), null, address, false, time.GetUtcNow())));
        }
        catch (ApiException refusal)
        {
            return refusal.ToAnswer();
        }
        catch (InvalidDataException fault)
        {
            return ApiException.Invalid($"Invalid request: {fault.Message}").ToAnswer();
        }
    }
}
