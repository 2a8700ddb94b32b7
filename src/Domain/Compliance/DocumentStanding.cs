namespace Nots.Domain.Compliance;

/// <summary>What a review and the calendar say of a paper, without the paper.</summary>
/// <param name="Review">What the last review said.</param>
/// <param name="ExpiresAt">The first instant at which it no longer holds, UTC.</param>
public sealed record DocumentStanding(DocumentType Type, DocumentStatus Review, DateTimeOffset ExpiresAt)
{
    private static readonly TimeSpan ExpiringSoon = TimeSpan.FromDays(30);

    /// <summary>The review and the calendar together: a document that was found valid does not stay so.</summary>
    public DocumentStatus StatusAt(DateTimeOffset instant) => Review switch
    {
        DocumentStatus.PendingReview or DocumentStatus.Rejected or DocumentStatus.Expired => Review,
        _ when instant >= ExpiresAt => DocumentStatus.Expired,
        _ when instant > ExpiresAt - ExpiringSoon => DocumentStatus.ExpiringSoon,
        _ => DocumentStatus.Valid,
    };

    /// <summary>Whether it has been reviewed, found good, and still holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset instant) =>
        StatusAt(instant) is DocumentStatus.Valid or DocumentStatus.ExpiringSoon;
}
