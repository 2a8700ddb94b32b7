using System.Text.Json.Nodes;
using Nots.ClientGenerator;
using Nots.Tests.Shared;

namespace Nots.Client.Tests;

/// <summary>The same contract can be written in several ways; the client is the same.</summary>
public sealed class DocumentFormsTests
{
    [Fact]
    public async Task The_client_does_not_depend_on_whether_a_type_is_called_a_response()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "clients", "openapi.json"), TestContext.Current.CancellationToken);
        var renamed = JsonNode.Parse(document)!["components"]!["schemas"]!.AsObject().Select(schema => schema.Key)
            .Where(name => !name.EndsWith("Request", StringComparison.Ordinal) && !name.EndsWith("Response", StringComparison.Ordinal))
            .Aggregate(document, (text, name) => text
                .Replace($"\"#/components/schemas/{name}\"", $"\"#/components/schemas/{name}Response\"", StringComparison.Ordinal)
                .Replace($"\n      \"{name}\": {{", $"\n      \"{name}Response\": {{", StringComparison.Ordinal));
        Assert.NotEqual(document, renamed);

        Assert.True(await CSharpClient.GenerateAsync(document) == await CSharpClient.GenerateAsync(renamed), "The client changed with the names of the responses.");
    }

    [Theory]
    [InlineData("""{"type":"string"}""", "string")]
    [InlineData("""{"type":["null","string"]}""", "string?")]
    [InlineData("""{"type":"string","format":"date-time"}""", "DateTimeOffset")]
    [InlineData("""{"type":["integer","string"],"format":"int64","pattern":"^-?\\d+$"}""", "long")]
    [InlineData("""{"type":["null","integer","string"],"format":"int32"}""", "int?")]
    [InlineData("""{"type":["null","number"],"format":"double"}""", "double?")]
    [InlineData("""{"$ref":"#/components/schemas/Part"}""", "Part")]
    [InlineData("""{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Part"}]}""", "Part?")]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/Part"},{"type":"null"}]}""", "Part?")]
    [InlineData("""{"enum":["one","two_three"],"type":"string"}""", "WholeMember")]
    [InlineData("""{"enum":["one","two_three",null],"type":["null","string"]}""", "WholeMember?")]
    [InlineData("""{"$ref":"#/components/schemas/Choice"}""", "Choice")]
    [InlineData("""{"type":"array","items":{"$ref":"#/components/schemas/Part"}}""", "IReadOnlyList<Part>")]
    [InlineData("""{}""", "JsonElement")]
    public async Task A_member_has_the_type_that_its_schema_says(string schema, string expected)
    {
        var code = await CSharpClient.GenerateAsync($$"""
            {"openapi":"3.1.1","info":{"title":"t","version":"1"},
             "paths":{"/whole":{"get":{"operationId":"whole-get","responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Whole"} } } } } } } },
             "components":{"schemas":{
               "Whole":{"type":"object","required":["member"],"properties":{"member":{{schema}} } },
               "Part":{"type":"object","properties":{"name":{"type":"string"} } },
               "Choice":{"type":"string","enum":["left","right"]} } } }
            """);

        Assert.Contains($"    public required {expected} Member {{ get; init; }}", code, StringComparison.Ordinal);
    }
}
