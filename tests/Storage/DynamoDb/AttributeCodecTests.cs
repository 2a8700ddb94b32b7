using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CsCheck;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Storage.Tests.DynamoDb;

public sealed class AttributeCodecTests
{
    private static readonly TableItem Item = new()
    {
        Key = new TableKey("BOOKING#1", "METADATA"),
        EntityType = "Booking",
        Data = "{}"u8.ToArray(),
        CreatedAt = 1797085800,
        UpdatedAt = 1797085900,
        Version = 3,
        TimeToLive = 1797086000,
        Gsi1 = new IndexKey("STATUS#pending", "PICKUP_TIME#1"),
        Gsi3 = new IndexKey("DRIVER#1", "PICKUP_TIME#1"),
    };

    [Fact]
    public void An_item_has_the_attributes_of_the_tables_design()
    {
        var attributes = AttributeCodec.ToAttributes(Item with { Data = """{"a":1}"""u8.ToArray() });

        Assert.Equal(
            ["CreatedAt", "Data", "EntityType", "GSI1PK", "GSI1SK", "GSI3PK", "GSI3SK", "PK", "SK", "TTL", "UpdatedAt", "Version"],
            attributes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("BOOKING#1", "METADATA", "STATUS#pending", "3", "1797086000"),
            (attributes["PK"].S, attributes["SK"].S, attributes["GSI1PK"].S, attributes["Version"].N, attributes["TTL"].N));
        Assert.Equal("1", attributes["Data"].M["a"].N);
    }

    [Fact]
    public void An_item_comes_back_as_it_was()
    {
        Assert.Equal(Item with { Data = default }, AttributeCodec.ToItem(AttributeCodec.ToAttributes(Item)) with { Data = default });
        var bare = Item with { TimeToLive = null, Gsi1 = null, Gsi3 = null };
        Assert.Equal(bare with { Data = default }, AttributeCodec.ToItem(AttributeCodec.ToAttributes(bare)) with { Data = default });
    }

    [Theory]
    [InlineData("""{"text":"£ 😀 \"q\" \\ \u0000 \n","empty":"","yes":true,"no":false,"nothing":null,"list":[],"map":{},"mixed":[1,"2",[{"three":[null]}]]}""")]
    [InlineData("""{"int":12345678901234567890123456789012345678,"dec":-0.125,"small":0.000000000000000000000000000000000000000000001}""")]
    public void Data_comes_back_as_it_was(string data) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(data), JsonNode.Parse(RoundTrip(data))));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}{}")]
    [InlineData("{} 1")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":1e999}""")]
    public void Data_that_is_not_one_object_that_DynamoDB_can_hold_is_refused(string data) =>
        Assert.Throws<ArgumentException>(() => RoundTrip(data));

    [Theory]
    [InlineData("""{"text":"£ 😀 \"q\" \u00e9","é":[1,-2.50,{"b":[true,null]}],"\u00e9e":{}}""")]
    [InlineData("{}")]
    public void It_is_measured_as_the_table_measures_it(string data)
    {
        var item = Item with { Data = Encoding.UTF8.GetBytes(data) };

        AttributeCodec.ToAttributes(item, out var bytes);

        Assert.Equal(ItemSize.Of(item), bytes);
    }

    [Fact]
    public void A_name_without_a_letter_is_refused_as_DynamoDB_refuses_it() => Assert.Throws<ArgumentException>(() => RoundTrip("""{"":1}"""));

    [Theory]
    [InlineData("0.10", "0.10")]
    [InlineData("-0.0", "0")]
    [InlineData("0e999999999", "0")]
    [InlineData("1E+05", "1E5")]
    [InlineData("1.50e-07", "1.50E-7")]
    [InlineData("99999999999999999999999999999999999999", "99999999999999999999999999999999999999")]
    public void A_number_goes_as_its_digits(string number, string sent) =>
        Assert.Equal(sent, AttributeCodec.ToAttributes(Item with { Data = Encoding.UTF8.GetBytes($$"""{"n":{{number}}}""") })["Data"].M["n"].N);

    [Fact]
    public void Any_data_that_can_be_kept_comes_back() => Json.Sample(data =>
    {
        var text = new JsonObject { ["data"] = data }.ToJsonString();
        return JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(RoundTrip(text)));
    });

    [Fact]
    public void Kinds_that_JSON_has_not_are_read_as_the_nearest()
    {
        var attributes = AttributeCodec.ToAttributes(Item);
        attributes["Data"].M = new()
        {
            ["texts"] = new AttributeValue { SS = ["a", "b"] },
            ["numbers"] = new AttributeValue { NS = ["1", "2.50"] },
            ["binary"] = new AttributeValue { B = new MemoryStream([1, 2, 255]) },
            ["binaries"] = new AttributeValue { BS = [new MemoryStream([1])] },
        };

        Assert.Equal(
            """{"texts":["a","b"],"numbers":[1,2.50],"binary":"AQL/","binaries":["AQ=="]}""",
            Encoding.UTF8.GetString(AttributeCodec.ToItem(attributes).Data.Span));
    }

    [Theory]
    [InlineData("PK")]
    [InlineData("SK")]
    [InlineData("EntityType")]
    [InlineData("Data")]
    [InlineData("CreatedAt")]
    [InlineData("UpdatedAt")]
    [InlineData("Version")]
    public void An_item_without_what_every_item_has_is_told_by_its_key(string name)
    {
        var attributes = AttributeCodec.ToAttributes(Item);
        attributes.Remove(name);

        var fault = Assert.Throws<InvalidDataException>(() => AttributeCodec.ToItem(attributes));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.Contains(name == "PK" ? "METADATA" : "BOOKING#1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_place_in_an_index_is_none()
    {
        var attributes = AttributeCodec.ToAttributes(Item);
        attributes.Remove("GSI1SK");

        Assert.Null(AttributeCodec.ToItem(attributes).Gsi1);
    }

    private static string RoundTrip(string data) =>
        Encoding.UTF8.GetString(AttributeCodec.ToItem(AttributeCodec.ToAttributes(Item with { Data = Encoding.UTF8.GetBytes(data) })).Data.Span);

    /// <summary>Values of all kinds, some levels deep.</summary>
    private static Gen<JsonNode?> Json { get; } = Gen.Recursive<JsonNode?>((depth, inner) => depth > 4
        ? Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number))
        : Gen.OneOf(
            Gen.String.Select(text => (JsonNode?)JsonValue.Create(Clean(text))),
            Gen.Decimal.Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Bool.Select(yes => (JsonNode?)JsonValue.Create(yes)),
            Gen.Const((JsonNode?)null),
            inner.Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            Gen.Dictionary(Gen.String[1, 5].Select(Clean), inner)[0, 4].Select(map => (JsonNode?)new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))))));

    /// <summary>Without halves of surrogate pairs, which no item can have.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes());
}
