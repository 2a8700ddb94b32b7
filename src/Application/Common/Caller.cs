using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Application.Common;

/// <summary>Who is asking.</summary>
/// <param name="Role">Null for a guest.</param>
/// <param name="UserId">The signed-in user; null for a guest.</param>
/// <param name="DriverId">The driver that the user is; null for anybody else.</param>
/// <param name="Address">The network address of the request.</param>
/// <param name="ManageToken">A guest's token for one booking, as sent; not yet checked.</param>
public sealed record Caller(Role? Role, string? UserId, DriverId? DriverId, string? Address, string? ManageToken = null)
{
    public bool IsStaff => Role >= Domain.Users.Role.Dispatcher;

    /// <summary>Whether they may go beyond the policies: admins and owners.</summary>
    public bool MayOverride => Role >= Domain.Users.Role.Admin;

    public Actor Actor => new(
        Role switch
        {
            Domain.Users.Role.Customer => ActorKind.Customer,
            Domain.Users.Role.Driver => ActorKind.Driver,
            Domain.Users.Role.Dispatcher => ActorKind.Dispatcher,
            Domain.Users.Role.Admin => ActorKind.Admin,
            Domain.Users.Role.Owner => ActorKind.Owner,
            _ => ActorKind.Guest,
        },
        UserId);

    /// <summary>Whether a booking is this driver's job.</summary>
    public bool Drives(Booking booking) => DriverId is not null && booking.Driver?.DriverId == DriverId;
}
