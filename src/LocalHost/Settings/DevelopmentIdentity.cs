using Nots.Api.Authentication;

namespace Nots.LocalHost.Settings;

/// <summary>How the API finds this host's own identity provider, which stands in for a real one during development.</summary>
internal static class DevelopmentIdentity
{
    public const string ClientId = "nots-local";

    /// <summary>The issuer of its access tokens.</summary>
    public static string Authority(Uri host) => new Uri(host, "dev/issuer").ToString();

    public static IdentityOptions Options(Uri host) => new() { Authority = Authority(host), ClientId = ClientId, RequireHttps = false };
}
