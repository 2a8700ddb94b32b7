using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nots.Tests.Shared;

namespace Nots.Client.Tests;

/// <summary>The client against every example of the contract.</summary>
public sealed class ContractTests
{
    /// <summary>What no client of ours calls: pages for people, the document itself, and what only Stripe can sign.</summary>
    private static readonly string[] LeftOut = ["docs-get", "docs-asset", "openapi-get", "payments-webhook"];

    private static readonly IReadOnlyList<(string Name, JsonNode Operation)> Operations =
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "clients", "openapi.json")))!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => ((string)operation.Value!["operationId"]!, operation.Value!)),
    ];

    public static TheoryData<string> Names => [.. Operations.Select(operation => operation.Name).Except(LeftOut)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_operation_has_its_method_and_loses_nothing_of_the_examples(string name)
    {
        var operation = Operations.Single(candidate => candidate.Name == name).Operation;
        var response = operation["responses"]!.AsObject().Single(candidate => candidate.Key[0] == '2').Value!;
        var expected = response["content"]!["application/json"]!["example"]!;
        var body = operation["requestBody"]?["content"]?["application/json"]?["example"];
        using var answer = new OneAnswer(HttpStatusCode.OK, expected.ToJsonString());
        var method = typeof(NotsClient).GetMethods().Single(candidate => candidate.Name.Equals(name.Replace("-", "", StringComparison.Ordinal) + "Async", StringComparison.OrdinalIgnoreCase));

        var task = (Task)method.Invoke(answer.Client(), [.. method.GetParameters().Select(parameter => Argument(parameter, body))])!;
        await task;

        AssertSame(expected, JsonSerializer.Serialize(task.GetType().GetProperty("Result")!.GetValue(task)));
        if (body is not null)
            AssertSame(body, answer.Sent!);
    }

    private static object? Argument(ParameterInfo parameter, JsonNode? body) => parameter switch
    {
        { Name: "body" } => body.Deserialize(parameter.ParameterType),
        { ParameterType: var type } when type == typeof(CancellationToken) => TestContext.Current.CancellationToken,
        { HasDefaultValue: true } => null,
        _ => "x",
    };

    private static void AssertSame(JsonNode expected, string actual)
    {
        var (example, seen) = (WithoutNulls(expected), WithoutNulls(JsonNode.Parse(actual)));
        Assert.True(JsonNode.DeepEquals(example, seen), $"Expected {example}\nand came {seen}");
    }

    /// <summary>A member that is null says as much as one that is not there; and an instant is the same in any notation.</summary>
    private static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutNulls)]),
        JsonValue value when value.TryGetValue<DateTimeOffset>(out var instant) => JsonValue.Create(instant.UtcDateTime),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.GetValue<double>()),
        _ => node?.DeepClone(),
    };
}
