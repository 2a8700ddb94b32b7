using Nots.Domain.Common;
using Nots.Storage.Table;

namespace Nots.Storage.Entities;

/// <summary>Where the entities of one type stand in the table.</summary>
internal sealed record EntityMapping<T>(string EntityType, Func<T, TableKey> Key) : IEntityMapping
    where T : Entity
{
    public Func<T, IndexKey?>? Gsi1 { get; init; }

    public Func<T, IndexKey?>? Gsi2 { get; init; }

    public Func<T, IndexKey?>? Gsi3 { get; init; }

    /// <summary>When it may be forgotten, UTC.</summary>
    public Func<T, DateTimeOffset>? TimeToLive { get; init; }

    TableItem IEntityMapping.ToItem(Entity entity) => ToItem((T)entity);

    TableKey IEntityMapping.KeyOf(Entity entity) => Key((T)entity);

    private TableItem ToItem(T entity) => new()
    {
        Key = Key(entity),
        EntityType = EntityType,
        Data = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(entity, EntityJson.Options),
        CreatedAt = entity.CreatedAt.ToUnixTimeSeconds(),
        UpdatedAt = entity.UpdatedAt.ToUnixTimeSeconds(),
        Version = entity.Version,
        TimeToLive = TimeToLive?.Invoke(entity).ToUnixTimeSeconds(),
        Gsi1 = Gsi1?.Invoke(entity),
        Gsi2 = Gsi2?.Invoke(entity),
        Gsi3 = Gsi3?.Invoke(entity),
    };
}
