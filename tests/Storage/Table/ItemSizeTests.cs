using System.Text;
using Nots.Storage.Table;
using Nots.Storage.Tests.Sqlite;

namespace Nots.Storage.Tests.Table;

public sealed class ItemSizeTests
{
    /// <summary>Names and values of the envelope: PK 2+1, SK 2+1, EntityType 10+5, CreatedAt 9+2, UpdatedAt 9+2, Version 7+2, Data 4+3.</summary>
    private const int Empty = 59;

    [Fact]
    public void An_empty_item_is_its_envelope() => Assert.Equal(Empty, Size("{}"));

    [Theory]
    [InlineData("""{"ab":"xyz"}""", 1 + 2 + 3)]
    [InlineData("""{"ab":""}""", 1 + 2)]
    [InlineData("""{"é":"é😀"}""", 1 + 2 + 6)]
    [InlineData("""{"\u00e9":"\n\ud83d\ude00"}""", 1 + 2 + 5)]
    [InlineData("""{"a":true,"b":false,"c":null}""", 3 * (1 + 1 + 1))]
    [InlineData("""{"a":[]}""", 1 + 1 + 3)]
    [InlineData("""{"a":[true,"xy"]}""", 1 + 1 + 3 + 2 + 3)]
    [InlineData("""{"a":{"b":{}}}""", 1 + 1 + 3 + 1 + 1 + 3)]
    [InlineData("""{"a":0}""", 1 + 1 + 1)]
    [InlineData("""{"a":123}""", 1 + 1 + 3)]
    [InlineData("""{"a":-1.25e7}""", 1 + 1 + 4)]
    [InlineData(""" { "a" : 1 } """, 1 + 1 + 2)]
    public void Data_counts_names_and_values(string data, int bytes) => Assert.Equal(Empty + bytes, Size(data));

    [Fact]
    public void Index_keys_and_the_time_to_live_count_when_they_are_there()
    {
        var item = TempTable.Item("P", "S");

        Assert.Equal(Empty + 3 + 3, ItemSize.Of(item with { TimeToLive = 1234 }));
        Assert.Equal(Empty + 6 + 2 + 6 + 3, ItemSize.Of(item with { Gsi2 = new IndexKey("ab", "cde") }));
    }

    private static long Size(string data) => ItemSize.Of(TempTable.Item("P", "S") with { Data = Encoding.UTF8.GetBytes(data) });
}
