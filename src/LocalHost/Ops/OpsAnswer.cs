using System.Text;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.LocalHost.Ops;

/// <summary>Sends pages. They run no script, load nothing but their style sheet, and are in nobody's frame.</summary>
internal static class OpsAnswer
{
    private const string Policy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly byte[] Style = ReadStyle();

    public static Task PageAsync(HttpContext context, string title, Html body, Caller? caller = null, int status = StatusCodes.Status200OK)
    {
        Html page = $"""
            <!doctype html>
            <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{title}</title><link rel="stylesheet" href="/ops/ops.css"></head>
            <body><header><a href="/ops">NOTS operations</a>{SignedIn(caller)}</header>
            <main>{body}</main></body></html>
            """;
        return SendAsync(context, status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <summary>A "no" without a page of its own.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string why, Caller? caller = null) =>
        PageAsync(context, "Refused", $"""<h1>That did not work</h1>{Alert(why)}<p><a href="/ops">Back to the list</a></p>""", caller, status);

    public static Html Alert(string? why) => why is null ? Html.Empty : $"""<p class="alert" role="alert">{why}</p>""";

    /// <summary>Goes on with a page after a form, so that reloading it sends nothing again (303).</summary>
    public static Task SeeAsync(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    public static Task StyleAsync(HttpContext context) => SendAsync(context, StatusCodes.Status200OK, "text/css; charset=utf-8", Style);

    private static Html SignedIn(Caller? caller) => caller?.Role is { } role
        ? $"""<form method="post" action="/ops/sign-out"><span>Signed in as {Wire.Name<Role>(role)}</span> <button>Sign out</button></form>"""
        : Html.Empty;

    private static async Task SendAsync(HttpContext context, int status, string type, byte[] content)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = content.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        // Not no-referrer: browsers then keep a form's origin to themselves.
        response.Headers["Referrer-Policy"] = "same-origin";
        await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static byte[] ReadStyle()
    {
        using var resource = typeof(OpsAnswer).Assembly.GetManifestResourceStream("ops.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
