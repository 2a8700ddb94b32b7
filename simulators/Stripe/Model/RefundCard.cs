namespace Nots.StripeSimulator.Model;

internal sealed record RefundCard(
    string ReferenceStatus = "pending", string ReferenceType = "acquirer_reference_number", string Type = "refund");
