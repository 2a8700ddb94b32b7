using System.Net;

namespace Nots.LocalHost.Settings;

/// <summary>The settings of this host alone. The command line sets the first five.</summary>
internal sealed record HostSettings
{
    /// <summary>Where it listens; several are set apart by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:7071";

    /// <summary>The data folder; null for <c>.nots</c> in the repository.</summary>
    public string? Data { get; init; }

    /// <summary>What the table is kept in: <c>sqlite</c> or <c>dynamodb</c>.</summary>
    public string Store { get; init; } = "sqlite";

    /// <summary>What keeps the orchestrations: <c>sqlite</c> (one process, one file) or <c>azure-storage</c> (any number of processes).</summary>
    public string Durable { get; init; } = "sqlite";

    public bool UsesAzureStorage => Durable.Equals("azure-storage", StringComparison.OrdinalIgnoreCase);

    public bool UsesDynamoDb => Store.Equals("dynamodb", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the Stripe simulator listens.</summary>
    public string StripeUrls { get; init; } = "http://127.0.0.1:12111";

    /// <summary>
    /// What links and cursors are signed with, in base64, 32 bytes or more each: the first signs, all of them verify. Without any, a secret of
    /// its own is made and kept in the data folder.
    /// </summary>
    public IReadOnlyList<string> SigningSecrets { get; init; } = [];

    /// <summary>Whether other machines may reach it. It then has no development conveniences.</summary>
    public bool AllowNonLoopback { get; init; }

    /// <summary>What this host calls itself to its own simulator and issuer.</summary>
    public Uri BaseAddress => new(Urls.Split(';')[0].Trim().TrimEnd('/'));

    /// <summary>Whether nobody but this machine can reach it.</summary>
    public bool OnLoopback => Urls.Split(';').All(url => Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && IsLoopback(uri));

    /// <summary>All faults of these settings, one sentence each; empty when there is none.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        foreach (var url in Urls.Split(';'))
            faults.AddRange(FaultsOf("Urls", url.Trim(), AllowNonLoopback));
        faults.AddRange(FaultsOf("StripeUrls", StripeUrls, allowOthers: false));
        if (!UsesDynamoDb && !Store.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            faults.Add($"Store: '{Store}' is not a store; sqlite and dynamodb are.");
        if (!UsesAzureStorage && !Durable.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            faults.Add($"Durable: '{Durable}' keeps no orchestrations; sqlite and azure-storage do.");
        faults.AddRange(Hosting.SigningSecrets.Faults(SigningSecrets));
        return faults;
    }

    private static IEnumerable<string> FaultsOf(string name, string url, bool allowOthers)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            yield return $"{name}: '{url}' is not an http address such as http://127.0.0.1:7071.";
        }
        else if (uri.Port == 0)
        {
            yield return $"{name}: '{url}' needs a port of its own; 0 is none that others could be told.";
        }
        else if (!IsLoopback(uri) && !allowOthers)
        {
            yield return name == "Urls"
                ? $"{name}: '{url}' can be reached from other machines. This host is for one machine; Nots__AllowNonLoopback=true allows it, without the development conveniences."
                : $"{name}: '{url}' can be reached from other machines, and the simulator is for this one only.";
        }
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
