namespace Nots.Domain.Bookings;

public enum PaymentMethod
{
    Card,
    Cash,

    /// <summary>Invoiced.</summary>
    Account,
}
