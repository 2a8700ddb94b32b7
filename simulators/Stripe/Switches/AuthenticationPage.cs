using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;
using Nots.StripeSimulator.Payments;

namespace Nots.StripeSimulator.Switches;

/// <summary>The page that stands for the bank's 3-D Secure: two buttons. A form sent from it goes back to the shop as Stripe's does.</summary>
internal sealed class AuthenticationPage(SimPipeline pipeline, Authenticate authenticate)
{
    private const string Html = "text/html";

    public static Answer Show(ApiCall call)
    {
        var intent = call.Database.Find(Kinds.PaymentIntent, call.Id) ?? throw ApiException.NotFound(IntentReader.Label, call.Id, "intent");
        var body = intent.Status == IntentStatus.RequiresAction
            ? $"""
                <p>A payment of {Money.Show(intent.Amount, intent.Currency)} wants your consent.</p>
                <form method="post"><button name="outcome" value="succeeded">Complete</button>
                <button name="outcome" value="failed">Fail</button></form>
                """
            : $"<p>Nothing to do: the payment has a status of {WebUtility.HtmlEncode(intent.Status)}.</p>";
        return Page(body);
    }

    /// <summary>JSON to a program; a browser is sent back to the shop.</summary>
    public RequestDelegate Submit() => async context =>
    {
        string? returnUrl = null;
        PaymentIntent? before = null;
        var answer = await pipeline.AnswerAsync(context.Request, call =>
        {
            before = call.Database.Find(Kinds.PaymentIntent, call.Id);
            returnUrl = before?.NextAction?.RedirectToUrl?.ReturnUrl;
            return authenticate.Handle(call);
        });
        if (context.Request.Headers.Accept.ToString().Contains(Html, StringComparison.OrdinalIgnoreCase))
        {
            if (Back(before, returnUrl, answer) is { } back)
            {
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = back;
                return;
            }

            answer = Page("<p>Done. Go back to the shop.</p>");
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.MediaType;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    };

    private static string? Back(PaymentIntent? intent, string? returnUrl, Answer answer)
    {
        if (intent is null || answer.Status != 200 || !Uri.TryCreate(returnUrl, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        return QueryHelpers.AddQueryString(url.ToString(), new Dictionary<string, string?>
        {
            ["payment_intent"] = intent.Id,
            ["payment_intent_client_secret"] = intent.ClientSecret,
            ["redirect_status"] = Encoding.UTF8.GetString(answer.Body).Contains("\"status\":\"requires_payment_method\"", StringComparison.Ordinal)
                ? "failed"
                : "succeeded",
        });
    }

    private static Answer Page(string body) => Answer.Ok(Encoding.UTF8.GetBytes(
        $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>3-D Secure (simulated)</title><h1>Simulated bank</h1>{body}</html>")) with
    {
        MediaType = Html + "; charset=utf-8",
    };
}
