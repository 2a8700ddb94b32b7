namespace Nots.LocalHost.Development;

/// <summary>A plain page that reads well on a telephone. It runs no scripts and loads nothing.</summary>
internal static class Page
{
    private const string Style = """
        :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:44rem;margin:0 auto;padding:1rem}
        h1{font-size:1.4rem}h2{font-size:1rem;margin:.2rem 0}article{border:1px solid #8886;border-radius:.5rem;padding:.8rem;margin:.8rem 0}
        p{margin:.3rem 0}.text{white-space:pre-wrap;overflow-wrap:anywhere}.small{font-size:.85rem;opacity:.75;overflow-wrap:anywhere}
        input,button{font:inherit;padding:.4rem;max-width:100%}
        """;

    /// <param name="context">Whose answer it is.</param>
    /// <param name="page">Title and body in HTML, escaped where they have to be.</param>
    public static Task WriteAsync(HttpContext context, (string Title, string Body) page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        context.Response.Headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.XFrameOptions = "DENY";
        // The mailbox has links that let whoever has them manage a booking.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(
            $"<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{page.Title}</title><style>{Style}</style></head><body>{page.Body}</body></html>",
            context.RequestAborted);
    }
}
