using System.Text.Json.Nodes;

namespace Nots.ClientGenerator;

/// <summary>Gives the client's types names that read well, and that do not change with how the platform's own types are called.</summary>
internal static class TypeNames
{
    private const string Schemas = "#/components/schemas/";

    private static readonly string[] Suffixes = ["Request", "Response"];

    public static void Settle(JsonObject document)
    {
        Rename(document, WithoutSuffix(document));
        Rename(document, NotLikeTheirProperties(document));
        ShareEnumerations(document);
    }

    private static JsonObject SchemasOf(JsonObject document) => document["components"]!["schemas"]!.AsObject();

    /// <summary>A <c>BookingResponse</c> is a <c>Booking</c> to who gets it.</summary>
    private static Dictionary<string, string> WithoutSuffix(JsonObject document)
    {
        var schemas = SchemasOf(document);
        return schemas.Select(schema => schema.Key)
            .Where(name => name.EndsWith("Response", StringComparison.Ordinal) && !schemas.ContainsKey(Trimmed(name)))
            .ToDictionary(name => name, Trimmed);
    }

    /// <summary>A class cannot have a property of its own name, such as <c>Bookings.Bookings</c>.</summary>
    private static Dictionary<string, string> NotLikeTheirProperties(JsonObject document) => SchemasOf(document)
        .Where(schema => schema.Value!["properties"]?.AsObject().Any(property => Names.Pascal(property.Key) == schema.Key) == true)
        .ToDictionary(schema => schema.Key, schema => $"{schema.Key}Response");

    private static void Rename(JsonObject document, Dictionary<string, string> names)
    {
        var schemas = SchemasOf(document);
        document["components"]!["schemas"] = new JsonObject(
            schemas.Select(schema => KeyValuePair.Create(names.GetValueOrDefault(schema.Key, schema.Key), schema.Value?.DeepClone())));
        Redirect(document, names);
    }

    private static void Redirect(JsonNode? node, Dictionary<string, string> names)
    {
        if (node is JsonObject owner && owner["$ref"] is JsonValue reference && names.TryGetValue($"{reference}".Replace(Schemas, "", StringComparison.Ordinal), out var name))
            owner["$ref"] = Schemas + name;
        foreach (var child in node is JsonObject members ? members.Select(member => member.Value).ToList() : node is JsonArray items ? [.. items] : [])
            Redirect(child, names);
    }

    /// <summary>The same values are one type, wherever they stand: a quote's vehicle class is a booking's, too.</summary>
    private static void ShareEnumerations(JsonObject document)
    {
        var schemas = SchemasOf(document);
        var known = schemas.Where(schema => schema.Value!["enum"] is not null).ToDictionary(schema => Values(schema.Value!), schema => schema.Key);
        var found = Properties(schemas).Concat(Parameters(document)).ToList();
        foreach (var group in found.GroupBy(use => Values(use.Schema)).ToList())
        {
            if (!known.TryGetValue(group.Key, out var name))
            {
                name = NameOf([.. group], found);
                schemas[name] = new JsonObject { ["type"] = "string", ["enum"] = group.First().Schema["enum"]!.DeepClone() };
            }
            foreach (var use in group)
                RefersTo(use.Schema, name);
        }
    }

    private static IEnumerable<Use> Properties(JsonObject schemas) =>
        from schema in schemas
        from property in schema.Value!["properties"]?.AsObject() ?? []
        where property.Value!["enum"] is not null
        select new Use(Trimmed(schema.Key), Names.Pascal(property.Key), property.Value!.AsObject(), IsParameter: false);

    private static IEnumerable<Use> Parameters(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        from parameter in operation.Value!["parameters"]?.AsArray() ?? []
        where parameter["schema"]?["enum"] is not null
        select new Use(
            Names.Pascal((string)operation.Value["operationId"]!), Names.Pascal((string)parameter["name"]!), parameter["schema"]!.AsObject(), IsParameter: true);

    /// <summary>The property's name where it means the same everywhere, else its owner's before it; of several the one that most others end with.</summary>
    private static string NameOf(IReadOnlyList<Use> group, IReadOnlyList<Use> all)
    {
        var properties = group.Where(use => !use.IsParameter).ToList();
        var candidates = (properties.Count > 0 ? properties : group).Select(use => use.Owner + use.Property).ToList();
        candidates.AddRange(properties.GroupBy(use => use.Property)
            .Where(uses => IsCompound(uses.Key) && uses.Count() > 1 && uses.Count() == all.Count(use => !use.IsParameter && use.Property == uses.Key))
            .Select(uses => uses.Key));
        return candidates.MaxBy(name => candidates.Count(other => other.EndsWith(name, StringComparison.Ordinal)))!;
    }

    /// <summary>A word alone, such as <c>Type</c>, says too little.</summary>
    private static bool IsCompound(string name) => name.Count(char.IsUpper) > 1;

    private static void RefersTo(JsonObject schema, string name)
    {
        var nullable = schema.ContainsKey("nullable");
        schema.Clear();
        var reference = new JsonObject { ["$ref"] = Schemas + name };
        if (nullable)
            (schema["nullable"], schema["oneOf"]) = (true, new JsonArray(reference));
        else
            schema["$ref"] = Schemas + name;
    }

    private static string Values(JsonNode schema) => string.Join('|', schema["enum"]!.AsArray().Select(value => (string)value!));

    private static string Trimmed(string name) => Suffixes.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) is { } found ? name[..^found.Length] : name;

    private sealed record Use(string Owner, string Property, JsonObject Schema, bool IsParameter);
}
