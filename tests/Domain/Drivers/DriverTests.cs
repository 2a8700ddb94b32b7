using Nots.Domain.Compliance;

namespace Nots.Domain.Tests.Drivers;

public sealed class DriverTests
{
    [Fact]
    public void A_driver_notes_how_each_paper_stands_and_a_new_one_takes_the_place_of_the_old()
    {
        var dbs = A.Document();
        var medical = A.Document(DocumentType.Medical);
        var renewed = dbs with { Id = "doc_2", Review = DocumentStatus.PendingReview, ExpiresAt = dbs.ExpiresAt.AddYears(3) };

        var driver = A.Driver().Holding(dbs, medical).Holding(renewed);

        Assert.Equal(
            [new(DocumentType.Medical, DocumentStatus.Valid, medical.ExpiresAt), new(DocumentType.Dbs, DocumentStatus.PendingReview, renewed.ExpiresAt)],
            driver.Documents!);
    }

    [Fact]
    public void Two_papers_of_one_type_at_once_are_a_mistake() =>
        Assert.Throws<ArgumentException>(() => A.Driver().Holding(A.Document(), A.Document() with { Id = "doc_2" }));
}
