namespace Nots.Functions.Settings;

/// <summary>Networks by their use.</summary>
internal static class Networks
{
    /// <summary>
    /// Where no client from outside can come from: between us and a client stand the Functions host on this machine and the
    /// platform's front ends or load balancer, which say in <c>X-Forwarded-For</c> who the client is.
    /// </summary>
    public static IReadOnlyList<string> Private { get; } =
        ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "::1/128", "fc00::/7", "fe80::/10"];
}
