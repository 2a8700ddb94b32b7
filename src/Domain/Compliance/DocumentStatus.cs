namespace Nots.Domain.Compliance;

public enum DocumentStatus
{
    PendingReview,
    Valid,

    /// <summary>Valid for less than 30 days more.</summary>
    ExpiringSoon,

    Expired,
    Rejected,
}
