using Nots.Domain.Users;

namespace Nots.Application.Users;

/// <summary>Reads users.</summary>
public interface IUserStore
{
    Task<User?> GetAsync(string userId, CancellationToken cancellationToken);

    /// <param name="email">Without regard to case.</param>
    /// <param name="cancellationToken">The request's.</param>
    Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken);
}
