namespace Nots.Application.Payments;

/// <summary>The kinds of event that the platform acts on, and the rest.</summary>
public enum PaymentEventKind
{
    /// <summary>Any kind that we do not act on: acknowledged and forgotten.</summary>
    Other,

    /// <summary><c>payment_intent.succeeded</c></summary>
    Succeeded,

    /// <summary><c>payment_intent.payment_failed</c></summary>
    Failed,

    /// <summary><c>payment_intent.canceled</c></summary>
    Canceled,

    /// <summary><c>charge.refunded</c></summary>
    Refunded,

    /// <summary><c>charge.dispute.created</c></summary>
    Disputed,
}
