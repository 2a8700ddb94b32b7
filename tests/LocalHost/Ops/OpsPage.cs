namespace Nots.LocalHost.Tests.Ops;

/// <summary>A page as it came.</summary>
internal sealed record OpsPage(int Status, string? Location, string? Cookie, string Policy, string Html)
{
    public static async Task<OpsPage> OfAsync(HttpResponseMessage answer) => new(
        (int)answer.StatusCode,
        answer.Headers.Location?.ToString(),
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single() : null,
        answer.Headers.TryGetValues("Content-Security-Policy", out var policies) ? policies.Single() : "",
        await answer.Content.ReadAsStringAsync());
}
