using Nots.Storage.Transfer;

namespace Nots.Storage.Tests.Transfer;

public sealed class ItemChecksumTests
{
    private static readonly RawItem[] Items = [.. Enumerable.Range(0, 50).Select(n => RawItems.WithNumber($"{n}"))];

    [Fact]
    public void The_order_does_not_matter() => Assert.Equal(Of(Items), Of([.. Items.Reverse()]));

    [Fact]
    public void Parts_add_up() => Assert.Equal(Of(Items), Of(Items[..7]) + Of(Items[7..]));

    [Fact]
    public void One_item_more_less_or_another_shows()
    {
        ItemChecksum[] others = [Of(Items[1..]), Of([.. Items, Items[0]]), Of([.. Items, Items[0], Items[0]]), Of([.. Items[1..], RawItems.WithNumber("50")])];

        Assert.Equal(4, others.Distinct().Count());
        Assert.DoesNotContain(Of(Items), others);
    }

    [Fact]
    public void It_is_read_as_it_is_written() => Assert.Equal(Of(Items), ItemChecksum.Parse(50, Of(Items).Sum));

    [Fact]
    public void The_lower_half_carries_into_the_upper() => Assert.Equal(
        new ItemChecksum(2, 1, 0),
        new ItemChecksum(1, 0, UInt128.MaxValue) + new ItemChecksum(1, 0, 1));

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("xyz72f032543423daaa9c7037dd1ea8b623d0a54898f3c79781977f8ad97d2eb4")]
    public void What_is_no_checksum_is_refused(string text) => Assert.Throws<FormatException>(() => ItemChecksum.Parse(1, text));

    private static ItemChecksum Of(RawItem[] items) => items.Aggregate(default(ItemChecksum), (sum, item) => sum + item);
}
