using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;

namespace Nots.Api.Pipeline;

/// <summary>What the contract tells of its work, under the name <c>Nots.Api</c>. Costs next to nothing while nobody listens.</summary>
internal static class ApiTelemetry
{
    public const string Name = "Nots.Api";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "nots.api.request.duration", "s", "How long requests took, by operation and status; their number is its count.");

    public static Activity? Start(string endpoint) => Source.StartActivity(endpoint);

    public static void Answered(Activity? span, string endpoint, int status, TimeSpan took)
    {
        Duration.Record(took.TotalSeconds, new("endpoint", endpoint), new("status", status));
        span?.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
            span?.SetStatus(ActivityStatusCode.Error);
    }
}
