using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nots.Api.Results;

namespace Nots.Api.Pipeline;

/// <summary>CORS as ASP.NET Core evaluates it; a preflight is told the methods of its path rather than all methods of the policy.</summary>
internal sealed class PathCorsService(IOptions<CorsOptions> options, ILoggerFactory loggers) : CorsService(options, loggers)
{
    public override void ApplyResult(CorsResult result, HttpResponse response)
    {
        // Every response says already that it varies by origin.
        result.VaryByOrigin = false;
        base.ApplyResult(result, response);
        if (result.IsOriginAllowed && !result.IsPreflightRequest)
            response.Headers.AccessControlExposeHeaders = string.Join(", ", result.AllowedExposedHeaders);
        if (!result.IsPreflightRequest)
            return;
        // No operation takes OPTIONS, so routing chose its endpoint for wrong methods, which names the right ones.
        response.HttpContext.GetEndpoint()?.RequestDelegate?.Invoke(response.HttpContext);
        response.Headers.Allow = Unmatched.Allowed(response);
        if (!result.IsOriginAllowed)
            return;
        response.Headers.AccessControlAllowMethods = response.Headers.Allow;
        response.Headers.AccessControlAllowHeaders = string.Join(", ", result.AllowedHeaders);
    }
}
