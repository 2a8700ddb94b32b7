namespace Nots.LocalHost.Ops;

/// <summary>
/// Whether a form was sent from one of our own pages. Every browser names the origin of the page that a form is sent from and no page
/// can change it, so this needs no token, no key and no state. The cookie's <c>SameSite=Strict</c> alone would not do: to a browser
/// all ports of this machine are one site, and another program's page may be on the next one.
/// </summary>
internal static class SameOrigin
{
    public static bool Sent(HttpRequest request) =>
        request.Headers.Origin is [{ } origin] && origin == $"{request.Scheme}://{request.Host}";
}
