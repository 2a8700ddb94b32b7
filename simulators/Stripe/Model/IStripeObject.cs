namespace Nots.StripeSimulator.Model;

/// <summary>An object of Stripe's API that is kept and can be asked for by its id.</summary>
internal interface IStripeObject
{
    string Id { get; }

    /// <summary>Unix seconds.</summary>
    long Created { get; }
}
