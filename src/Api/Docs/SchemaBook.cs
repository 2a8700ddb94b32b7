using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Nots.Api.Json;

namespace Nots.Api.Docs;

/// <summary>Collects the schemas of the wire's shapes as components of a document, each once, as the serializer sees them.</summary>
internal sealed class SchemaBook(OpenApiDocument document)
{
    private readonly HashSet<Type> _known = [];

    /// <summary>The component's name of a shape: an answer's own, a body's with "Request" after it.</summary>
    public static string NameOf(Type shape) =>
        shape.Name.EndsWith("Body", StringComparison.Ordinal) ? shape.Name[..^"Body".Length] + "Request"
        : shape.Name.EndsWith("Answer", StringComparison.Ordinal) ? shape.Name[..^"Answer".Length]
        : shape.Name;

    public IOpenApiSchema Reference(JsonTypeInfo shape)
    {
        Add(shape);
        return new OpenApiSchemaReference(NameOf(shape.Type), document);
    }

    public OpenApiSchema Parse(JsonNode schema)
    {
        var parsed = OpenApiModelFactory.Parse<OpenApiSchema>(
            schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out var diagnostic, OpenApiConstants.Json);
        return diagnostic.Errors.Count == 0 && parsed is not null
            ? parsed
            : throw new InvalidOperationException($"The schema {schema} cannot be read: {string.Join(' ', diagnostic.Errors)}");
    }

    private void Add(JsonTypeInfo shape)
    {
        if (!_known.Add(shape.Type))
            return;
        var schema = shape.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Transform,
        });
        document.AddComponent<IOpenApiSchema>(NameOf(shape.Type), Parse(schema));
    }

    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        // "true", the schema of any JSON, is written as the empty schema, which all tools read.
        if (node is not JsonObject schema)
            return new JsonObject();
        var isShape = context.TypeInfo.Kind == JsonTypeInfoKind.Object && context.TypeInfo.Type.Assembly == typeof(SchemaBook).Assembly;
        var leftOut = context.PropertyInfo is { } property && IsLeftOutWhenNull(property);
        if (isShape && !context.Path.IsEmpty)
        {
            Add(context.TypeInfo);
            return RefersTo(context.TypeInfo.Type, IsNullable(schema) && !leftOut);
        }
        if (leftOut && schema["type"] is JsonArray { Count: 2 } types)
            schema["type"] = types.First(type => type?.GetValue<string>() != "null")!.DeepClone();
        if (isShape)
            Require(schema, context.TypeInfo);
        if (context.PropertyInfo?.AttributeProvider is { } attributes)
            Constrain(schema, attributes);
        return schema;
    }

    private static JsonObject RefersTo(Type shape, bool nullable)
    {
        var reference = new JsonObject { ["$ref"] = "#/components/schemas/" + NameOf(shape) };
        return nullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private static bool IsNullable(JsonObject schema) =>
        schema["type"] is JsonArray types && types.Any(type => type?.GetValue<string>() == "null");

    /// <summary>All of an answer is always there, but what is left out when there is none; of a body, what the type says.</summary>
    private static void Require(JsonObject schema, JsonTypeInfo shape)
    {
        if (shape.Type.Name.EndsWith("Body", StringComparison.Ordinal))
            return;
        var always = shape.Properties.Where(property => !IsLeftOutWhenNull(property)).Select(property => (JsonNode)property.Name);
        schema["required"] = new JsonArray([.. always]);
    }

    private static bool IsLeftOutWhenNull(JsonPropertyInfo property) =>
        Attribute<JsonIgnoreAttribute>(property.AttributeProvider) is { Condition: JsonIgnoreCondition.WhenWritingNull };

    private static void Constrain(JsonObject schema, ICustomAttributeProvider attributes)
    {
        if (attributes.GetCustomAttributes(false).OfType<IWireNames>().FirstOrDefault() is { } wire)
        {
            IEnumerable<JsonNode?> names = wire.Names.Select(name => (JsonNode)name);
            schema["enum"] = new JsonArray([.. IsNullable(schema) ? names.Append(null) : names]);
        }
        if (Attribute<RangeAttribute>(attributes) is { } range)
        {
            schema["minimum"] = Convert.ToInt64(range.Minimum, null);
            schema["maximum"] = Convert.ToInt64(range.Maximum, null);
        }
        if (Attribute<MaxLengthAttribute>(attributes) is { } length)
            schema[schema.ContainsKey("items") ? "maxItems" : "maxLength"] = length.Length;
        if (Attribute<EmailAddressAttribute>(attributes) is not null)
            schema["format"] = "email";
    }

    private static T? Attribute<T>(ICustomAttributeProvider? attributes)
        where T : Attribute => attributes?.GetCustomAttributes(typeof(T), false).OfType<T>().FirstOrDefault();
}
