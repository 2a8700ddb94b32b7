using CsCheck;
using Nots.Domain.Compliance;

namespace Nots.Domain.Tests.Compliance;

public sealed class ComplianceDocumentTests
{
    private static readonly DateTimeOffset ExpiresAt = A.Now.AddYears(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    public static TheoryData<DateTimeOffset, DocumentStatus> Boundaries => new()
    {
        { ExpiresAt.AddDays(-365), DocumentStatus.Valid },
        { ExpiresAt.AddDays(-30), DocumentStatus.Valid },
        { ExpiresAt.AddDays(-30) + Tick, DocumentStatus.ExpiringSoon },
        { ExpiresAt - Tick, DocumentStatus.ExpiringSoon },
        { ExpiresAt, DocumentStatus.Expired },
        { ExpiresAt.AddYears(1), DocumentStatus.Expired },
    };

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void A_reviewed_document_expires_soon_under_30_days_and_then_has_expired(DateTimeOffset instant, DocumentStatus status)
    {
        var document = A.Document() with { ExpiresAt = ExpiresAt };

        Assert.Equal(status, document.Standing.StatusAt(instant));
        Assert.Equal(status != DocumentStatus.Expired, document.Standing.HoldsAt(instant));
    }

    [Theory]
    [InlineData(DocumentStatus.PendingReview)]
    [InlineData(DocumentStatus.Rejected)]
    [InlineData(DocumentStatus.Expired)]
    public void A_document_that_no_review_found_good_never_holds(DocumentStatus review)
    {
        var document = A.Document() with { Review = review, ExpiresAt = ExpiresAt };

        Assert.Equal(review, document.Standing.StatusAt(A.Now));
        Assert.False(document.Standing.HoldsAt(A.Now));
    }

    [Fact]
    public void A_document_noted_as_expiring_goes_on_to_expire()
    {
        var document = A.Document() with { Review = DocumentStatus.ExpiringSoon, ExpiresAt = ExpiresAt };

        Assert.Equal(DocumentStatus.ExpiringSoon, document.Standing.StatusAt(ExpiresAt - Tick));
        Assert.Equal(DocumentStatus.Expired, document.Standing.StatusAt(ExpiresAt));
    }

    [Fact]
    public void A_document_that_does_not_hold_never_holds_again() => Gen.Select(
        Gen.Enum<DocumentStatus>(), Gen.Long[0, 800 * TimeSpan.TicksPerDay], Gen.Long[0, 800 * TimeSpan.TicksPerDay]).Sample(
        (review, ticks, more) =>
        {
            var document = A.Document() with { Review = review, ExpiresAt = ExpiresAt };
            return document.Standing.HoldsAt(A.Now.AddTicks(ticks)) || !document.Standing.HoldsAt(A.Now.AddTicks(ticks).AddTicks(more));
        });

    [Fact]
    public void The_law_wants_five_papers_of_a_driver_and_three_of_a_vehicle()
    {
        Assert.Equal(
            [DocumentType.Dbs, DocumentType.PhvDriverLicence, DocumentType.DrivingLicence, DocumentType.RightToWork, DocumentType.Medical],
            ComplianceDocument.RequiredOfDriver);
        Assert.Equal([DocumentType.Insurance, DocumentType.Mot, DocumentType.PhvVehicleLicence], ComplianceDocument.RequiredOfVehicle);
    }
}
