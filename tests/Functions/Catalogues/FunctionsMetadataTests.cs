using System.Reflection;
using System.Text.Json;

namespace Nots.Functions.Tests.Catalogues;

/// <summary>What the build of the function app leaves for the host: a host reads these files, not the code.</summary>
public sealed class FunctionsMetadataTests
{
    private static readonly string Output = typeof(FunctionsMetadataTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "FunctionApp").Value!;

    [Fact]
    public void The_metadata_has_exactly_the_functions_of_the_code()
    {
        var functions = Read("functions.metadata").EnumerateArray().Select(function => $"{Text(function, "name")}: {Trigger(function)}");
        Assert.Equal(AppFunctions.All.Select(function => $"{function.Name}: {Trigger(function.Method)}").Order(StringComparer.Ordinal), functions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_hosts_extension_for_Durable_Functions_is_there()
    {
        var extension = Read("extensions.json").GetProperty("extensions").EnumerateArray().Single(each => Text(each, "name") == "DurableTask");
        Assert.True(File.Exists(Path.Combine(Output, Text(extension, "hintPath"))));
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Output, file))).RootElement;

    private static string Trigger(JsonElement function) => function.GetProperty("bindings").EnumerateArray()
        .Select(binding => Text(binding, "type")).Single(type => type.EndsWith("Trigger", StringComparison.Ordinal));

    private static string Trigger(MethodInfo method)
    {
        var attribute = method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes())
            .Select(each => each.GetType().Name).Single(name => name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
        return char.ToLowerInvariant(attribute[0]) + attribute[1..^"Attribute".Length];
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
