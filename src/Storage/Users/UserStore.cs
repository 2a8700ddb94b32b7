using Nots.Application.Users;
using Nots.Domain.Users;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Users;

/// <summary>Users in the single table.</summary>
internal sealed class UserStore(EntityReader reader) : IUserStore
{
    public Task<User?> GetAsync(string userId, CancellationToken cancellationToken) =>
        reader.GetAsync<User>(Keys.User(userId), cancellationToken);

    public async Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var key = Keys.UserByEmail(email);
        var found = await reader.AllAsync<User>(
            new TableQuery(TableIndex.Gsi1, key.PartitionKey, SortKeyRange.Between(key.SortKey, key.SortKey), Limit: 1), cancellationToken);
        return found.Count > 0 ? found[0] : null;
    }
}
