using System.Text;
using System.Text.Json.Nodes;
using Nots.Storage.Table;

namespace Nots.Conformance.Table;

/// <summary>Items for tests.</summary>
internal static class Items
{
    public static TableItem Item(string partition, string sort, string data = """{"a":1}""", long version = 1) => new()
    {
        Key = new TableKey(partition, sort),
        EntityType = "Thing",
        Data = Encoding.UTF8.GetBytes(data),
        CreatedAt = 1797085000,
        UpdatedAt = 1797085100,
        Version = version,
    };

    /// <summary>An item whose data has one text of so many bytes.</summary>
    public static TableItem Filled(string partition, string sort, int bytes) => Item(partition, sort, $$"""{"x":"{{new string('x', bytes)}}"}""");

    public static TableWrite.Put Put(this TableItem item, TableCondition? condition = null) => new(item, condition ?? TableCondition.None);

    /// <summary>Equal as DynamoDB keeps it: it does not promise the order of a map's names, nor how a number was written.</summary>
    public static void AssertSame(TableItem expected, TableItem? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected with { Data = default }, actual with { Data = default });
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected.Data.Span), JsonNode.Parse(actual.Data.Span)),
            $"{Encoding.UTF8.GetString(expected.Data.Span)} is not {Encoding.UTF8.GetString(actual.Data.Span)}");
    }

    public static void AssertSame(IReadOnlyList<TableItem> expected, IReadOnlyList<TableItem> actual)
    {
        Assert.Equal(expected.Select(item => item.Key), actual.Select(item => item.Key));
        foreach (var (left, right) in expected.Zip(actual))
            AssertSame(left, right);
    }
}
