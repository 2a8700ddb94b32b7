using Amazon.DynamoDBv2.Model;
using Nots.Storage.Transfer;

namespace Nots.Storage.Tests.Transfer;

public sealed class RawItemTests
{
    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("100", "1E2")]
    [InlineData("1E+2", "100.00")]
    [InlineData("0", "-0.00e9")]
    [InlineData("-0.0012", "-1.2E-3")]
    [InlineData("12345678901234567890123456789012345678", "1.2345678901234567890123456789012345678E37")]
    public void A_number_is_the_same_however_it_is_written(string one, string other) =>
        Assert.True(RawItems.WithNumber(one).IsSameAs(RawItems.WithNumber(other)));

    [Theory]
    [InlineData("1", "-1")]
    [InlineData("1", "10")]
    [InlineData("0.1", "0.01")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345679")]
    public void Different_numbers_are_different(string one, string other) =>
        Assert.False(RawItems.WithNumber(one).IsSameAs(RawItems.WithNumber(other)));

    [Fact]
    public void The_order_of_names_and_of_a_sets_elements_does_not_matter()
    {
        var one = RawItems.With(new() { ["a"] = new() { SS = ["x", "y"] }, ["b"] = new() { NULL = true } });
        var other = RawItems.With(new() { ["b"] = new() { NULL = true }, ["a"] = new() { SS = ["y", "x"] } });

        Assert.True(one.IsSameAs(other));
    }

    public static TheoryData<AttributeValue> Lookalikes =>
    [
        new AttributeValue { S = "1" }, new AttributeValue { N = "1" }, new AttributeValue { B = new MemoryStream("1"u8.ToArray()) },
        new AttributeValue { SS = ["1"] }, new AttributeValue { NS = ["1"] }, new AttributeValue { L = [new() { S = "1" }] },
        new AttributeValue { L = [new() { S = "1" }, new() { S = "" }] }, new AttributeValue { M = new() { ["1"] = new() { S = "" } } },
        new AttributeValue { BOOL = true }, new AttributeValue { BOOL = false }, new AttributeValue { NULL = true }, new AttributeValue { S = "" },
    ];

    [Fact]
    public void Values_of_different_kinds_are_different()
    {
        var hashes = Lookalikes.Select(row => Convert.ToHexString(RawItems.With(new() { ["v"] = row.Data }).Hash));

        Assert.Equal(Lookalikes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void The_higher_version_is_newer_and_of_equal_ones_the_later_change()
    {
        Assert.True(Of("2", "1").IsNewerThan(Of("1", "9")));
        Assert.True(Of("2", "9").IsNewerThan(Of("2", "8")));
        Assert.False(Of("2", "9").IsNewerThan(Of("2", "9")));
        Assert.False(Of("1", "9").IsNewerThan(Of("2", "1")));
    }

    [Fact]
    public void An_item_is_there_in_the_second_of_its_time_to_live_and_not_after()
    {
        Assert.False(RawItems.OfEveryKind().HasExpired(99));
        Assert.True(RawItems.OfEveryKind().HasExpired(100));
    }

    private static RawItem Of(string version, string updatedAt) => new(new()
    {
        ["PK"] = new() { S = "P" },
        ["SK"] = new() { S = "1" },
        ["Version"] = new() { N = version },
        ["UpdatedAt"] = new() { N = updatedAt },
    });
}
