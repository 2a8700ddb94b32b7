namespace Nots.Infra.Tests;

/// <summary>Values of the kind that a deployment has, for what only an account knows.</summary>
internal static class Samples
{
    /// <summary>What the parameter files of Bicep read.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["SMTP_USER"] = "mail-user",
        ["AWS_AZURE_ROLE_ARN"] = "arn:aws:iam::123456789012:role/nots-azure-production",
        ["AWS_AUDIENCE"] = "api://11111111-2222-3333-4444-555555555555/nots-aws-production",
        ["IDENTITY_AUTHORITY"] = "https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_Abcdefghi",
        ["IDENTITY_CLIENT_ID"] = "abcdefghijklmnopqrstuvwxyz",
    };

    /// <summary>What the vaults hold, by the setting.</summary>
    public static IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string>
    {
        ["Nots__Stripe__SecretKey"] = "sk_live_sample",
        ["Nots__Stripe__WebhookSecrets__0"] = "whsec_sample",
        ["Nots__Stripe__WebhookSecrets__1"] = "whsec_sample_before",
        ["Nots__SigningSecrets__0"] = Convert.ToBase64String(new byte[32]),
        ["Nots__SigningSecrets__1"] = Convert.ToBase64String(new byte[33]),
        ["Nots__Smtp__Password"] = "sample",
        ["SQLDB_Connection"] = "Server=sample",
    };
}
