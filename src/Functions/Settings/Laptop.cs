using Nots.Api.Authentication;
using Nots.Application.Common;
using Nots.Integrations.Stripe;
using Nots.Storage.DynamoDb;

namespace Nots.Functions.Settings;

/// <summary>The defaults of a laptop, where simulators stand in for the world, and the check that nothing of them is left in elsewhere.</summary>
internal static class Laptop
{
    public static FunctionsOptions Options { get; } = new() { SigningSecrets = [FunctionsOptions.DevelopmentSigningSecret], Mailbox = "mailbox.jsonl" };

    /// <summary>The issuer of a LocalHost that runs beside the function app, on another port.</summary>
    public static IdentityOptions Identity { get; } = new() { Authority = "http://127.0.0.1:7072/dev/issuer", ClientId = "nots-local", RequireHttps = false };

    public static StripeOptions Stripe { get; } = new() { BaseAddress = new Uri("http://127.0.0.1:12111") };

    public static DynamoDbOptions DynamoDb { get; } = new() { Endpoint = new Uri("http://127.0.0.1:8000") };

    /// <summary>What of a laptop is still in the settings, a sentence each.</summary>
    public static IEnumerable<string> LeftIn(FunctionsSettings settings)
    {
        const string why = "is for a laptop alone (AZURE_FUNCTIONS_ENVIRONMENT is not Development)";
        var usual = new Policies();
        if (settings.Options.SigningSecrets.Contains(FunctionsOptions.DevelopmentSigningSecret))
            yield return $"SigningSecrets has the one that {why}, which everybody knows.";
        if (settings.Options.Mailbox is not null)
            yield return $"Mailbox {why}.";
        if (settings.Common.Stripe.SecretKey == StripeOptions.SimulatorSecretKey || settings.Common.Stripe.BaseAddress.IsLoopback)
            yield return $"Stripe: the simulator {why}: set SecretKey, and leave BaseAddress out.";
        if (Uri.TryCreate(settings.Common.Api.Identity.Authority, UriKind.Absolute, out var authority) && authority.IsLoopback)
            yield return $"Identity:Authority: an issuer on this machine {why}.";
        if (settings.DynamoDb.IsLocal || settings.DynamoDb.Table == new DynamoDbOptions().Table)
            yield return $"DynamoDb: the local table {why}: set Environment, or TableName.";
        if (settings.Common.Policies.DispatchEmail == usual.DispatchEmail)
            yield return $"DispatchEmail: {usual.DispatchEmail} {why}.";
        if (settings.Common.Policies.WebsiteUrl == usual.WebsiteUrl)
            yield return $"WebsiteUrl: {usual.WebsiteUrl} {why}.";
    }
}
