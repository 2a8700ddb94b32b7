using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Nots.Application.Common;
using Nots.Domain.Common;

namespace Nots.Storage.Entities;

/// <summary>
/// How an entity's own attributes are written into <c>Data</c>: camel case, enums by their wire names, nothing that is computed,
/// and nothing that the envelope has.
/// </summary>
internal static class EntityJson
{
    private static readonly string[] Envelope = [nameof(Entity.Version), nameof(Entity.CreatedAt), nameof(Entity.UpdatedAt)];

    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEnvelope, LeaveOutComputed } },
        };
        options.Converters.Add(new EntityIdJsonConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutEnvelope(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(Entity)))
            return;
        foreach (var name in Envelope)
        {
            var property = type.Properties.First(p => p.Name == JsonNamingPolicy.CamelCase.ConvertName(name));
            property.ShouldSerialize = (_, _) => false;
        }
    }

    // IgnoreReadOnlyProperties leaves those out that are not collections; a journey's slots are computed, too.
    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Set is null))
            property.ShouldSerialize = (_, _) => false;
    }
}
