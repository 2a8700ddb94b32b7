using Nots.LocalHost.Development;

namespace Nots.LocalHost.Ops;

/// <summary>The cookie of whoever has signed in: it holds their access token and no page's script can read it.</summary>
internal static class OpsSession
{
    private const string Cookie = "nots-ops";

    /// <summary>The token, as sent: not yet verified. Null when nobody has signed in.</summary>
    public static string? Token(HttpContext context) => context.Request.Cookies[Cookie] is { Length: > 0 } token ? token : null;

    public static void Begin(HttpContext context, string token) => context.Response.Cookies.Append(Cookie, token, Options(context, DevelopmentIssuer.Lifetime));

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context, maxAge: null));

    private static CookieOptions Options(HttpContext context, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = OpsRoutes.Root,
        MaxAge = maxAge,
    };
}
