using Stripe;

namespace Nots.StripeSimulator.Tests;

/// <summary>One post to the receiver, byte for byte.</summary>
internal sealed record ReceivedWebhook(string Body, string Signature)
{
    public Event Event { get; } = EventUtility.ParseEvent(Body);

    /// <summary>Whether Stripe's own check accepts it.</summary>
    public bool IsSignedWith(string secret)
    {
        try
        {
            EventUtility.ConstructEvent(Body, Signature, secret);
            return true;
        }
        catch (StripeException)
        {
            return false;
        }
    }
}
