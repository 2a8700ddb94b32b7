using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.CodeGeneration;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

namespace Nots.ClientGenerator;

/// <summary>
/// Makes the C# client of an OpenAPI document, by NSwag and the templates beside this program. What all operations have in common,
/// <c>SendAsync</c>, is hand-written in <c>clients/csharp</c>.
/// </summary>
public static partial class CSharpClient
{
    /// <param name="document">OpenAPI 3.1, in JSON.</param>
    /// <returns>A file of C#.</returns>
    public static async Task<string> GenerateAsync(string document)
    {
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "NotsClient",
            OperationNameGenerator = new OperationNames(),
            ParameterNameGenerator = new ParameterNames(),
            GenerateOptionalParameters = true,
            GenerateExceptionClasses = false,
            ParameterArrayType = "IReadOnlyList",
            ResponseArrayType = "IReadOnlyList",
            CSharpGeneratorSettings =
            {
                Namespace = "Nots.Client",
                TemplateDirectory = Path.Combine(AppContext.BaseDirectory, "Templates"),
                JsonLibrary = CSharpJsonLibrary.SystemTextJson,
                JsonLibraryVersion = 10,
                GenerateNullableReferenceTypes = true,
                GenerateOptionalPropertiesAsNullable = true,
                GenerateDataAnnotations = false,
                UseRequiredKeyword = true,
                AnyType = "JsonElement",
                DateTimeType = "DateTimeOffset",
                ArrayType = "IReadOnlyList",
                ArrayBaseType = "List",
                DictionaryType = "IReadOnlyDictionary",
                PropertyNameGenerator = new PropertyNames(),
                EnumNameGenerator = new EnumNames(),
            },
        };
        var api = await OpenApiDocument.FromJsonAsync(Simplification.Of(document));
        var code = new CSharpClientGenerator(api, settings).GenerateFile();
        var types = DeclaredType().Matches(code).Select(match => $"[JsonSerializable(typeof({match.Groups[1].Value}))]");
        return $"""
            {BeforeBrace().Replace(EmptyLines().Replace(code.ReplaceLineEndings("\n"), "\n\n"), "\n}").TrimEnd()}

            /// <summary>How the types above are written and read, without reflection.</summary>
            [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
            [JsonSerializable(typeof(string))]
            {string.Join('\n', types)}
            internal sealed partial class NotsJson : JsonSerializerContext;

            """.ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^public (?:sealed record|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex DeclaredType();

    [GeneratedRegex(@"\n(?:[ \t]*\n){2,}")]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"\n\n\}")]
    private static partial Regex BeforeBrace();

    private sealed class OperationNames : IOperationNameGenerator
    {
        public bool SupportsMultipleClients => false;

        public string GetClientName(OpenApiDocument document, string path, string httpMethod, OpenApiOperation operation) => "";

        public string GetOperationName(OpenApiDocument document, string path, string httpMethod, OpenApiOperation operation) =>
            Names.Pascal(operation.OperationId);
    }

    private sealed class ParameterNames : IParameterNameGenerator
    {
        public string Generate(OpenApiParameter parameter, IEnumerable<OpenApiParameter> allParameters) => Names.Camel(parameter.Name);
    }

    private sealed class PropertyNames : IPropertyNameGenerator
    {
        public string Generate(JsonSchemaProperty property) => Names.Pascal(property.Name);
    }

    private sealed class EnumNames : IEnumNameGenerator
    {
        public string Generate(int index, string? name, object? value, JsonSchema schema) => Names.Pascal($"{value}");
    }
}
