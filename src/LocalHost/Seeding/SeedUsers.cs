using Nots.Domain.Users;

namespace Nots.LocalHost.Seeding;

/// <summary>A user of each role.</summary>
internal static class SeedUsers
{
    /// <summary>The account of driver 1.</summary>
    public static string DriverUserId => SeedId.Of("user", 2);

    public static User Admin { get; } = New(4, "admin@nots.test", "Amara", "Holt", Role.Admin);

    public static User Owner { get; } = New(5, "owner@nots.test", "Oliver", "Strand", Role.Owner);

    public static IReadOnlyList<User> All { get; } =
    [
        New(1, "customer@nots.test", "Clara", "Winslow", Role.Customer) with { Phone = "+447700900101" },
        SeedFleet.Pairs[0].User,
        New(3, "dispatcher@nots.test", "Dinesh", "Marlow", Role.Dispatcher),
        Admin,
        Owner,
    ];

    private static User New(int number, string email, string firstName, string lastName, Role role) => new()
    {
        Id = SeedId.Of("user", number),
        Email = email,
        FirstName = firstName,
        LastName = lastName,
        Role = role,
    };
}
