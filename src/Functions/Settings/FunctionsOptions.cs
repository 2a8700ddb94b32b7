namespace Nots.Functions.Settings;

/// <summary>The settings of the function app alone.</summary>
internal sealed record FunctionsOptions
{
    /// <summary>What links and cursors are signed with on a laptop. Everybody can read it here.</summary>
    public const string DevelopmentSigningSecret = "bm90cy1kZXZlbG9wbWVudC1zaWduaW5nLXNlY3JldC0wMQ==";

    /// <summary>
    /// The secrets that links and cursors are signed with, in base64, 32 bytes or more each: the first signs, all of them verify.
    /// </summary>
    public IReadOnlyList<string> SigningSecrets { get; init; } = [];

    /// <summary>A file that takes messages instead of a mail server and a telephone network; null for none.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The secrets as keys; of settings without faults.</summary>
    public IReadOnlyList<byte[]> SigningKeys => [.. SigningSecrets.Select(Convert.FromBase64String)];

    /// <summary>All faults of these settings, one sentence each; empty when there is none.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (SigningSecrets.Count == 0)
            faults.Add("SigningSecrets must have one secret, or two during a rotation.");
        faults.AddRange(Hosting.SigningSecrets.Faults(SigningSecrets));
        return faults;
    }
}
