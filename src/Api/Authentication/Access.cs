using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Nots.Api.Reading;
using Nots.Application.Common;
using Nots.Domain.Users;

namespace Nots.Api.Authentication;

/// <summary>
/// Who may use an operation at all: an authorization policy each. Whose booking or profile it is, is the use case's business: to a
/// customer or driver somebody else's does not exist.
/// </summary>
public sealed class Access
{
    private readonly Role[] _roles;

    private Access(string policy, bool guests, bool links, params Role[] roles) => (Policy, Guests, Links, _roles) = (policy, guests, links, roles);

    /// <summary>Signed in or not.</summary>
    public static Access Anyone { get; } = new("anyone", true, true, Enum.GetValues<Role>());

    /// <summary>Anybody but a driver: a guest, a customer, or staff for them.</summary>
    public static Access Bookers { get; } = new("bookers", true, true, Role.Customer, Role.Dispatcher, Role.Admin, Role.Owner);

    /// <summary>Whoever pays: a guest with the booking's link, a customer, an admin.</summary>
    public static Access Payers { get; } = new("payers", false, true, Role.Customer, Role.Admin, Role.Owner);

    /// <summary>Signed in, or a guest with a booking's link.</summary>
    public static Access SignedInOrLink { get; } = new("signed-in-or-link", false, true, Enum.GetValues<Role>());

    public static Access SignedIn { get; } = new("signed-in", false, false, Enum.GetValues<Role>());

    public static Access DriversAndStaff { get; } = new("drivers-and-staff", false, false, Role.Driver, Role.Dispatcher, Role.Admin, Role.Owner);

    /// <summary>Dispatchers and above.</summary>
    public static Access Staff { get; } = new("staff", false, false, Role.Dispatcher, Role.Admin, Role.Owner);

    /// <summary>Admins and owners.</summary>
    public static Access Admins { get; } = new("admins", false, false, Role.Admin, Role.Owner);

    internal static IReadOnlyList<Access> All { get; } = [Anyone, Bookers, Payers, SignedInOrLink, SignedIn, DriversAndStaff, Staff, Admins];

    /// <summary>The authorization policy's name.</summary>
    public string Policy { get; }

    /// <summary>The roles that may, least first.</summary>
    public IReadOnlyList<Role> Roles => _roles;

    /// <summary>Whether somebody without a token may.</summary>
    public bool Guests { get; }

    /// <summary>Whether a booking's link does in place of a token.</summary>
    public bool Links { get; }

    public bool Permits(Caller caller) => caller.Role is { } role
        ? Array.IndexOf(_roles, role) >= 0
        : Guests || (Links && caller.ManageToken is not null);
}

/// <summary>Access as authorization policies.</summary>
internal static class AccessPolicies
{
    /// <summary>A policy for each. A token that is not valid is refused even where none is needed: then there is no caller.</summary>
    public static IServiceCollection AddAccessPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var access in Access.All)
        {
            authorization.AddPolicy(access.Policy, policy => policy.RequireAssertion(
                authorizing => authorizing.Resource is HttpContext context && context.Scope().Caller is { } caller && access.Permits(caller)));
        }
        return services;
    }

    public static TBuilder RequireAccess<TBuilder>(this TBuilder builder, Access access)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(access.Policy).WithMetadata(access);
}
