using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Nots.Api.Pipeline;

/// <summary>The headers that every answer carries.</summary>
internal static class SecurityHeaders
{
    private static readonly StringValues TransportSecurity = "max-age=31536000; includeSubDomains";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues NoStore = "no-store";

    // Nothing of an answer in JSON is to be run or shown by a browser.
    private static readonly StringValues NothingRuns = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void Set(IHeaderDictionary headers)
    {
        headers.StrictTransportSecurity = TransportSecurity;
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers["Referrer-Policy"] = NoReferrer;
        headers.ContentSecurityPolicy = NothingRuns;
        headers.CacheControl = NoStore;
    }
}
