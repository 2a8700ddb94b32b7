using Amazon.DynamoDBv2.Model;
using Nots.Storage.Transfer;

namespace Nots.Storage.Tests.Transfer;

/// <summary>Items with more in them than this platform writes.</summary>
internal static class RawItems
{
    /// <summary>Every kind of value that DynamoDB has.</summary>
    public static RawItem OfEveryKind() => With(new Dictionary<string, AttributeValue>
    {
        ["text"] = new() { S = "Ærøskøbing \"quay\" \n\t 船 🚕 \\" },
        ["empty"] = new() { S = "" },
        ["zero"] = new() { S = "a\0b" },
        ["number"] = new() { N = "-12345678901234567890.123456789012345678" },
        ["small"] = new() { N = "1E-130" },
        ["yes"] = new() { BOOL = true },
        ["no"] = new() { BOOL = false },
        ["none"] = new() { NULL = true },
        ["bytes"] = new() { B = new MemoryStream([0, 255, 10, 13]) },
        ["noBytes"] = new() { B = new MemoryStream() },
        ["list"] = new() { L = [new() { N = "1" }, new() { L = [] }, new() { M = [] }] },
        ["map"] = new() { M = new() { ["ключ"] = new() { S = "значение" } } },
        ["texts"] = new() { SS = ["b", "a"] },
        ["numbers"] = new() { NS = ["2", "10"] },
        ["binaries"] = new() { BS = [new MemoryStream([2]), new MemoryStream([1, 2])] },
    });

    public static RawItem With(Dictionary<string, AttributeValue> data, string key = "BOOKING#1") => new(new()
    {
        ["PK"] = new() { S = key },
        ["SK"] = new() { S = "METADATA" },
        ["EntityType"] = new() { S = "Thing" },
        ["Version"] = new() { N = "3" },
        ["CreatedAt"] = new() { N = "1" },
        ["UpdatedAt"] = new() { N = "2" },
        ["TTL"] = new() { N = "99" },
        ["Data"] = new() { M = data },
    });

    public static RawItem WithNumber(string number) => With(new() { ["n"] = new() { N = number } });
}
