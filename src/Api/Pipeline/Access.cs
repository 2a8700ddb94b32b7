using Nots.Application.Common;
using Nots.Domain.Users;

namespace Nots.Api.Pipeline;

/// <summary>
/// Who may use an operation at all. Whose booking or profile it is, is the use case's business: to a customer or driver somebody
/// else's does not exist.
/// </summary>
public sealed class Access
{
    private readonly bool _guests;
    private readonly bool _links;
    private readonly Role[] _roles;

    private Access(bool guests, bool links, params Role[] roles) => (_guests, _links, _roles) = (guests, links, roles);

    /// <summary>Signed in or not.</summary>
    public static Access Anyone { get; } = new(true, true, Enum.GetValues<Role>());

    /// <summary>Anybody but a driver: a guest, a customer, or staff for them.</summary>
    public static Access Bookers { get; } = new(true, true, Role.Customer, Role.Dispatcher, Role.Admin, Role.Owner);

    /// <summary>Whoever pays: a guest with the booking's link, a customer, an admin.</summary>
    public static Access Payers { get; } = new(false, true, Role.Customer, Role.Admin, Role.Owner);

    /// <summary>Signed in, or a guest with a booking's link.</summary>
    public static Access SignedInOrLink { get; } = new(false, true, Enum.GetValues<Role>());

    public static Access SignedIn { get; } = new(false, false, Enum.GetValues<Role>());

    public static Access DriversAndStaff { get; } = new(false, false, Role.Driver, Role.Dispatcher, Role.Admin, Role.Owner);

    /// <summary>Dispatchers and above.</summary>
    public static Access Staff { get; } = new(false, false, Role.Dispatcher, Role.Admin, Role.Owner);

    /// <summary>Admins and owners.</summary>
    public static Access Admins { get; } = new(false, false, Role.Admin, Role.Owner);

    /// <summary>The roles that may, least first.</summary>
    public IReadOnlyList<Role> Roles => _roles;

    /// <summary>Whether somebody without a token may.</summary>
    public bool Guests => _guests;

    /// <summary>Whether a booking's link does in place of a token.</summary>
    public bool Links => _links;

    public bool Permits(Caller caller) => caller.Role is { } role
        ? Array.IndexOf(_roles, role) >= 0
        : _guests || (_links && caller.ManageToken is not null);
}
