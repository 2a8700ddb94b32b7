namespace Nots.StripeSimulator.Model;

internal sealed record RedirectToUrl(string? ReturnUrl, string Url);
