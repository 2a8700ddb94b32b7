using System.Buffers;
using System.Text;
using Nots.Storage.Transfer;

namespace Nots.Storage.Tests.Transfer;

public sealed class RawItemLineTests
{
    [Fact]
    public void Every_kind_of_value_comes_back_as_it_was()
    {
        var item = RawItems.OfEveryKind();

        var read = RawItemLine.Read(Written(item).AsMemory()[..^1]);

        Assert.True(read.IsSameAs(item));
        Assert.Equal(item.Attributes["Data"].M["number"].N, read.Attributes["Data"].M["number"].N);
        Assert.Equal(item.Attributes["Data"].M["text"].S, read.Attributes["Data"].M["text"].S);
        Assert.Equal([0, 255, 10, 13], read.Attributes["Data"].M["bytes"].B.ToArray());
        Assert.Equal((3, 2, 99), (read.Version, read.UpdatedAt, read.TimeToLive));
    }

    [Fact]
    public void An_item_is_one_line()
    {
        var line = Written(RawItems.OfEveryKind());

        Assert.Equal(line.Length - 1, Array.IndexOf(line, (byte)'\n'));
    }

    [Fact]
    public void It_is_the_line_of_DynamoDBs_own_export() => Assert.Equal(
        """{"Item":{"PK":{"S":"P"},"SK":{"S":"1"},"n":{"N":"1.50"},"b":{"B":"AQI="},"l":{"L":[{"BOOL":true},{"NULL":true}]},"s":{"SS":["x"]}}}""" + "\n",
        Encoding.UTF8.GetString(Written(new RawItem(new()
        {
            ["PK"] = new() { S = "P" },
            ["SK"] = new() { S = "1" },
            ["n"] = new() { N = "1.50" },
            ["b"] = new() { B = new MemoryStream([1, 2]) },
            ["l"] = new() { L = [new() { BOOL = true }, new() { NULL = true }] },
            ["s"] = new() { SS = ["x"] },
        }))));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Item":{}}""")]
    [InlineData("""{"Item":{"PK":{"S":""},"SK":{"S":"1"}}}""")]
    [InlineData("""{"Item":{"PK":{"S":"P"}}}""")]
    [InlineData("""{"Item":{"PK":{"N":"1"},"SK":{"S":"1"}}}""")]
    [InlineData("""{"Item":{"PK":{"S":"P"},"SK":{"S":"1"},"n":{"N":"one"}}}""")]
    [InlineData("""{"Item":{"PK":{"S":"P"},"SK":{"S":"1"},"n":{"N":1}}}""")]
    [InlineData("""{"Item":{"PK":{"S":"P"},"SK":{"S":"1"},"n":{"X":"1"}}}""")]
    [InlineData("""{"Item":{"PK":{"S":"P"},"SK":{"S":"1"},"n":{"S":"1","N":"1"}}}""")]
    [InlineData("""{"Item":{"PK":{"S":"P"},"SK":{"S":"1"},"n":{"NULL":false}}}""")]
    [InlineData("""{"Item":{"PK":{"S":"P"},"SK":{"S":"1"},"n":{"B":"%"}}}""")]
    [InlineData("""{"Item":{"PK":{"S":"P"},"PK":{"S":"Q"},"SK":{"S":"1"}}}""")]
    public void What_is_no_item_is_refused(string line) =>
        Assert.Throws<RawItemException>(() => RawItemLine.Read(Encoding.UTF8.GetBytes(line)));

    private static byte[] Written(RawItem item)
    {
        var output = new ArrayBufferWriter<byte>();
        RawItemLine.Write(output, item);
        return output.WrittenSpan.ToArray();
    }
}
