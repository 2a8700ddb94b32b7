namespace Nots.Domain.Common;

public enum ActorKind
{
    Guest,
    Customer,
    Driver,
    Dispatcher,
    Admin,
    Owner,
    System,
    Stripe,
}
