using Nots.Application.Settings;
using Nots.Application.Storage;
using Nots.Application.Users;

namespace Nots.LocalHost.Seeding;

/// <summary>
/// Fills an empty table with what a newcomer needs: rates, the cancellation policy, a user of each role, and a fleet with its
/// papers. The users come last: while the owner is not there, an earlier try was interrupted, and whatever it wrote stays as it is.
/// </summary>
internal sealed class Seeder(ITransactions transactions, IUserStore users, TimeProvider time, ILogger<Seeder> logger)
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await users.GetAsync(SeedUsers.Owner.Id, cancellationToken) is not null)
            return;
        await WriteAsync(AddSettings, cancellationToken);
        await Task.WhenAll(SeedFleet.Pairs.Select(pair => WriteAsync(
            transaction =>
            {
                var now = time.GetUtcNow();
                transaction.Add(pair.Driver(now).Holding(pair.DriverDocuments(now)));
                transaction.Add(pair.Vehicle());
                foreach (var document in pair.DriverDocuments(now).Concat(pair.VehicleDocuments(now)))
                    transaction.Add(document);
            },
            cancellationToken)));
        await WriteAsync(
            transaction =>
            {
                foreach (var user in SeedUsers.All)
                    transaction.Add(user);
            },
            cancellationToken);
        logger.LogInformation("The table was empty: it now has {Users} users and {Drivers} drivers with their vehicles", SeedUsers.All.Count, SeedFleet.Pairs.Count);
    }

    private static void AddSettings(ITransaction transaction)
    {
        foreach (var setting in FirstSettings.All)
            transaction.Add(setting);
    }

    /// <summary>Writes all or, where an interrupted try was here before, nothing.</summary>
    private async Task WriteAsync(Action<ITransaction> add, CancellationToken cancellationToken)
    {
        var transaction = transactions.Begin();
        add(transaction);
        await transaction.CommitAsync(cancellationToken);
    }
}
