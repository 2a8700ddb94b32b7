using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Dispatch;
using Nots.Domain.Quotes;

namespace Nots.Domain.Tests.Dispatch;

public sealed class DocumentGateTests
{
    /// <summary>The estimated end of the one-way, 14:50, and two hours.</summary>
    private static readonly DateTimeOffset Until = A.PickupAt.AddMinutes(20).AddHours(2);

    public static TheoryData<DocumentType> OfDriver => [.. ComplianceDocument.RequiredOfDriver];

    public static TheoryData<DocumentType> OfVehicle => [.. ComplianceDocument.RequiredOfVehicle];

    [Theory]
    [MemberData(nameof(OfDriver))]
    public void A_driver_without_one_of_the_papers_is_refused(DocumentType missing) =>
        WithDriverDocuments(All(ComplianceDocument.RequiredOfDriver).Where(document => document.Type != missing))
            .IsRefusedOnlyBy(Gate.DriverDocuments);

    [Theory]
    [MemberData(nameof(OfVehicle))]
    public void A_vehicle_without_one_of_the_papers_is_refused(DocumentType missing)
    {
        var documents = All(ComplianceDocument.RequiredOfVehicle).Where(document => document.Type != missing);
        var candidate = A.Candidate() with { VehicleDocuments = [.. documents] };

        candidate.IsRefusedOnlyBy(Gate.VehicleDocuments);
        candidate.IsRefusedAgainBy(Gate.VehicleDocuments);
    }

    [Theory]
    [InlineData(DocumentStatus.PendingReview)]
    [InlineData(DocumentStatus.Rejected)]
    public void A_document_that_no_review_found_good_does_not_count(DocumentStatus review)
    {
        var candidate = WithMedical(A.Document(DocumentType.Medical) with { Review = review });

        candidate.IsRefusedOnlyBy(Gate.DriverDocuments);
        candidate.IsRefusedAgainBy(Gate.DriverDocuments);
    }

    [Fact]
    public void A_document_that_holds_now_but_not_to_the_end_and_its_margin_is_refused() =>
        Expiring(Until).IsRefusedOnlyBy(Gate.DriverDocuments);

    [Fact]
    public void A_document_that_holds_to_the_end_and_its_margin_counts_however_soon_it_expires() =>
        Expiring(Until.AddTicks(1)).IsTaken();

    [Fact]
    public void Documents_must_hold_to_the_end_of_the_way_back()
    {
        var booking = A.Confirmed(A.ReturnJourney());

        Expiring(Until.AddHours(4)).IsRefusedOnlyBy(Gate.DriverDocuments, booking);
        Expiring(Until.AddHours(4).AddTicks(1)).IsTaken(booking);
    }

    [Fact]
    public void Documents_must_hold_to_the_end_of_the_hours()
    {
        var booking = A.Confirmed(A.Journey() with { Type = JourneyType.Hourly, Hours = 12 });

        Expiring(A.PickupAt.AddHours(14)).IsRefusedOnlyBy(Gate.DriverDocuments, booking);
        Expiring(A.PickupAt.AddHours(14).AddTicks(1)).IsTaken(booking);
    }

    [Fact]
    public void The_old_document_counts_while_the_new_one_waits_for_its_review() => WithDriverDocuments(
        [.. All(ComplianceDocument.RequiredOfDriver), A.Document(DocumentType.Medical) with { Id = "doc_new", Review = DocumentStatus.PendingReview }])
        .IsTaken();

    [Fact]
    public void The_verdict_names_the_papers_that_are_wanting()
    {
        var candidate = WithDriverDocuments([A.Document(DocumentType.Dbs), A.Document(DocumentType.Medical)]);

        var verdict = DispatchGates.Evaluate(A.Confirmed(), candidate, A.DispatchRules).Single(verdict => verdict.Gate == Gate.DriverDocuments);

        Assert.EndsWith(": phv_driver_licence, driving_licence, right_to_work.", verdict.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(Wire.Name(DocumentType.Dbs) + ",", verdict.Reason, StringComparison.Ordinal);
    }

    private static IEnumerable<ComplianceDocument> All(IReadOnlyList<DocumentType> types) => types.Select(A.Document);

    private static Candidate Expiring(DateTimeOffset expiresAt) => WithMedical(A.Document(DocumentType.Medical) with { ExpiresAt = expiresAt });

    private static Candidate WithMedical(ComplianceDocument medical) => WithDriverDocuments(
        [.. All(ComplianceDocument.RequiredOfDriver).Where(document => document.Type != DocumentType.Medical), medical]);

    private static Candidate WithDriverDocuments(IEnumerable<ComplianceDocument> documents) =>
        A.Candidate() with { DriverDocuments = [.. documents] };
}
