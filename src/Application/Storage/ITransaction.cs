using Nots.Domain.Common;

namespace Nots.Application.Storage;

/// <summary>
/// Writes that happen together or not at all (at most 100 items). Each returns the entity as it will be stored: with its next
/// version and the time of the change.
/// </summary>
public interface ITransaction
{
    /// <summary>Must not be there yet.</summary>
    T Add<T>(T entity)
        where T : Entity;

    /// <summary>Must be there still in the version that was read.</summary>
    T Update<T>(T entity)
        where T : Entity;

    /// <summary>
    /// Stands in place of whatever is there, in the version it comes with (at least 1). Only for what another item of the same
    /// transaction guards.
    /// </summary>
    T Put<T>(T entity)
        where T : Entity;

    /// <summary>May be gone already.</summary>
    void Remove<T>(T entity)
        where T : Entity;

    /// <exception cref="StorageUnavailableException">The table did not answer; whether anything was written is not known.</exception>
    Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken);
}
