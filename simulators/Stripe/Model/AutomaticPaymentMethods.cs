namespace Nots.StripeSimulator.Model;

/// <param name="AllowRedirects"><c>always</c> or <c>never</c>.</param>
internal sealed record AutomaticPaymentMethods(bool Enabled, string AllowRedirects);
