namespace Nots.Domain.Users;

/// <summary>What a signed-in person may do, least first. The identity provider's group claim says which.</summary>
public enum Role
{
    Customer,
    Driver,
    Dispatcher,
    Admin,
    Owner,
}
