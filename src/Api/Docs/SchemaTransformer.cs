using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Nots.Api.Docs;

/// <summary>Adds to schemas what the wire's records say in attributes of their own, and in being requests or responses.</summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    /// <summary>The component's name of one of the wire's records; null for what is written where it is used.</summary>
    public static string? NameOf(JsonTypeInfo type) => (Nullable.GetUnderlyingType(type.Type) ?? type.Type) == typeof(JsonElement) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type) switch
    {
        null => null,
        var name when name.EndsWith("Response", StringComparison.Ordinal) => name[..^"Response".Length],
        var name when name.EndsWith("Input", StringComparison.Ordinal) => name[..^"Input".Length] + "Request",
        var name => name,
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is { } property)
            Constrain(schema, property);
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && IsResponse(context.JsonTypeInfo.Type))
            schema.Required = context.JsonTypeInfo.Properties.Where(IsAlwaysThere).Select(field => field.Name).ToHashSet();
        return Task.CompletedTask;
    }

    private static void Constrain(OpenApiSchema schema, JsonPropertyInfo property)
    {
        var request = !IsResponse(property.DeclaringType);
        // Null in a request is as good as not sent; of a response it is left out.
        if ((request || !IsAlwaysThere(property)) && schema.Type is { } type)
            schema.Type = type & ~JsonSchemaType.Null;
        if (Attribute<AllowedValuesAttribute>(property) is { } allowed)
        {
            schema.Enum = [.. allowed.Values.Select(value => (JsonNode)(string)value!)];
            if (schema.Type?.HasFlag(JsonSchemaType.Null) == true)
                schema.Enum.Add(null!);
        }
        schema.Format = Attribute<DataTypeAttribute>(property)?.DataType switch
        {
            DataType.DateTime => "date-time",
            DataType.EmailAddress => "email",
            _ => schema.Format,
        };
    }

    private static bool IsResponse(Type type) => type.Name.EndsWith("Response", StringComparison.Ordinal);

    /// <summary>All of a response is always there, but for what is left out when there is none.</summary>
    private static bool IsAlwaysThere(JsonPropertyInfo property) =>
        Attribute<JsonIgnoreAttribute>(property) is not { Condition: JsonIgnoreCondition.WhenWritingNull };

    private static T? Attribute<T>(JsonPropertyInfo property)
        where T : Attribute => property.AttributeProvider?.GetCustomAttributes(typeof(T), true).OfType<T>().FirstOrDefault();
}
