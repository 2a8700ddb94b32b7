namespace Nots.StripeSimulator.Model;

/// <param name="DueBy">Unix seconds.</param>
internal sealed record DisputeEvidenceDetails(long DueBy)
{
    public EmptyObject EnhancedEligibility { get; init; } = new();

    public bool HasEvidence { get; init; }

    public bool PastDue { get; init; }

    public int SubmissionCount { get; init; }

    public string SubmissionMethod { get; init; } = "not_submitted";
}
