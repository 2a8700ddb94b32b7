using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary>What the bank's 3-D Secure page would report: the card holder passed, or did not.</summary>
internal sealed class Authenticate(EventLog events, Charging charging)
{
    private const string FailureCode = "payment_intent_authentication_failure";

    public Answer Handle(ApiCall call)
    {
        call.Parameters.RefuseUnknown("outcome");
        var passed = call.Parameters.OneOf("outcome", "succeeded", "failed") != "failed";
        var intent = call.Database.Find(Kinds.PaymentIntent, call.Id) ?? throw ApiException.NotFound(IntentReader.Label, call.Id, "intent");
        if (intent.Status != IntentStatus.RequiresAction)
            throw IntentReader.Unexpected(intent, $"Nobody is asked to authenticate: this PaymentIntent has a status of {intent.Status}.");
        var method = call.Database.Find(Kinds.PaymentMethod, intent.PaymentMethod!)!;
        intent = intent with { NextAction = null };
        return passed
            ? charging.Attempt(call, intent, method, CardEntry.CardOf(call.Database, method.Id), new ThreeDSecure())
            : Fail(call, intent, method);
    }

    private Answer Fail(ApiCall call, PaymentIntent intent, PaymentMethod method)
    {
        var error = new ApiError
        {
            Type = "invalid_request_error",
            Code = FailureCode,
            DocUrl = ApiException.Doc(FailureCode),
            Message = "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
            PaymentMethod = method,
        };
        var body = call.Database.Update(Kinds.PaymentIntent, Charging.Fail(intent, error));
        events.Record(call, "payment_intent.payment_failed", body);
        return Answer.Ok(body);
    }
}
