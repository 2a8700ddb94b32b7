using Nots.Domain.Common;
using Nots.Storage.Table;

namespace Nots.Storage.Entities;

/// <summary>A mapping of some entity type.</summary>
internal interface IEntityMapping
{
    TableItem ToItem(Entity entity);

    TableKey KeyOf(Entity entity);
}
