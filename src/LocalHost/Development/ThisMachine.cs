using System.Net;

namespace Nots.LocalHost.Development;

/// <summary>
/// Tells requests of this machine from others': by the connection, and by the name that was asked for, since a page elsewhere may
/// have made its own name mean this address (DNS rebinding).
/// </summary>
internal static class ThisMachine
{
    /// <summary>To everybody else there is nothing here.</summary>
    public static RequestDelegate Only(RequestDelegate handle) => context =>
    {
        if (IsFromHere(context))
            return handle(context);
        return DevelopmentRoutes.RefuseAsync(context, StatusCodes.Status404NotFound, "NOT_FOUND", "There is nothing here.");
    };

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && context.Request.Host.Host.Trim('[', ']') is var host
        && (host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)));
}
