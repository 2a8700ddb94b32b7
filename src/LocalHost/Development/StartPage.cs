using System.Net;
using Nots.LocalHost.Seeding;
using Nots.LocalHost.Settings;

namespace Nots.LocalHost.Development;

/// <summary>Where a newcomer finds everything.</summary>
internal static class StartPage
{
    public static void MapStartPage(this IEndpointRouteBuilder app, PlatformSettings settings)
    {
        var page = Render(settings);
        app.MapGet("/", (RequestDelegate)(context => Page.WriteAsync(context, page)));
    }

    private static (string Title, string Body) Render(PlatformSettings settings)
    {
        var users = string.Join(", ", SeedUsers.All.Select(user => WebUtility.HtmlEncode(user.Email)));
        var stripe = WebUtility.HtmlEncode(settings.Stripe.BaseAddress.ToString().TrimEnd('/'));
        return ("NOTS", $$"""
            <h1>NOTS on this machine</h1>
            <ul>
            <li><a href="/docs">The API</a>, and its <a href="/openapi/v1.json">OpenAPI description</a></li>
            <li><a href="/dev/mailbox.html">Mailbox</a>: every e-mail and text message that was sent</li>
            <li><a href="/v1/status">Status</a>, <a href="/health/live">live</a>, <a href="/health/ready">ready</a></li>
            <li><a href="/ops">Operations</a>: what runs, what it waits for; and <code>GET /v1/ops/orchestrations</code></li>
            <li>Stripe: <code>{{stripe}}</code>{{(settings.SimulatesStripe ? $", a simulator; <a href=\"{stripe}/_sim\">its switches</a>" : "")}}</li>
            </ul>
            <p>Sign in: <code>POST /dev/token {"user":"dispatcher@nots.test"}</code> gives an access token for an hour. Users: {{users}}.</p>
            """);
    }
}
