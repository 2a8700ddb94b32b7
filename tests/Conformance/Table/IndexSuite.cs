using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table;

/// <summary>Sparse indexes that follow their items.</summary>
public abstract class IndexSuite(ITableFactory factory) : TableSuite(factory)
{
    public static TheoryData<TableIndex> Secondary { get; } = new(TableIndex.Gsi1, TableIndex.Gsi2, TableIndex.Gsi3);

    [Theory]
    [MemberData(nameof(Secondary))]
    public async Task An_item_moves_with_its_key_from_one_partition_of_an_index_to_another(TableIndex index)
    {
        var pending = IndexItems.With(Item("BOOKING#1", "METADATA"), index, new IndexKey("STATUS#pending", "T#1"));
        var confirmed = IndexItems.With(pending with { Version = 2 }, index, new IndexKey("STATUS#confirmed", "T#1"));
        await PutAsync(pending);

        await Table.WriteAsync(confirmed.Put(TableCondition.VersionIs(1)), Cancelled);

        Assert.Empty(await AllAsync(new TableQuery(index, "STATUS#pending")));
        AssertSame([confirmed], await AllAsync(new TableQuery(index, "STATUS#confirmed")));
    }

    [Theory]
    [MemberData(nameof(Secondary))]
    public async Task An_item_moves_within_a_partition_of_an_index(TableIndex index)
    {
        var item = IndexItems.With(Item("BOOKING#1", "METADATA"), index, new IndexKey("S", "T#1"));
        var other = IndexItems.With(Item("BOOKING#2", "METADATA"), index, new IndexKey("S", "T#2"));
        var moved = IndexItems.With(item, index, new IndexKey("S", "T#3"));
        await PutAsync(item, other);

        await PutAsync(moved);

        AssertSame([other, moved], await AllAsync(new TableQuery(index, "S")));
    }

    [Theory]
    [MemberData(nameof(Secondary))]
    public async Task An_index_holds_only_the_items_that_have_its_key(TableIndex index)
    {
        var with = IndexItems.With(Item("P", "1"), index, new IndexKey("S", "1"));
        await PutAsync(with, Item("P", "2"), Item("S", "1"));

        AssertSame([with], await AllAsync(new TableQuery(index, "S")));
        foreach (var other in Enum.GetValues<TableIndex>().Where(other => other != index && other != TableIndex.Primary))
            Assert.Empty(await AllAsync(new TableQuery(other, "S")));
    }

    [Theory]
    [MemberData(nameof(Secondary))]
    public async Task An_item_leaves_an_index_when_it_loses_the_key_or_is_deleted(TableIndex index)
    {
        var first = IndexItems.With(Item("P", "1"), index, new IndexKey("S", "1"));
        var second = IndexItems.With(Item("P", "2"), index, new IndexKey("S", "2"));
        await PutAsync(first, second);

        await PutAsync(Item("P", "1", version: 2));
        await Table.WriteAsync(new TableWrite.Delete(second.Key, TableCondition.Exists), Cancelled);

        Assert.Empty(await AllAsync(new TableQuery(index, "S")));
    }

    [Fact]
    public async Task An_index_gives_the_whole_item()
    {
        var item = Item("BOOKING#1", "METADATA", """{"a":[1,{"b":"c"}]}""", 3) with
        {
            TimeToLive = Now + 5,
            Gsi1 = new IndexKey("STATUS#pending", "PICKUP_TIME#1"),
            Gsi2 = new IndexKey("USER#1", "BOOKING#1"),
            Gsi3 = new IndexKey("DRIVER#1", "PICKUP_TIME#1"),
        };
        await PutAsync(item);

        AssertSame([item], await AllAsync(new TableQuery(TableIndex.Gsi1, "STATUS#pending")));
        AssertSame([item], await AllAsync(new TableQuery(TableIndex.Gsi2, "USER#1")));
        AssertSame([item], await AllAsync(new TableQuery(TableIndex.Gsi3, "DRIVER#1")));
    }
}
