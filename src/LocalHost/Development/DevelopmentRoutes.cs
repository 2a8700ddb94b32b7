using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nots.Application.Users;
using Nots.Integrations.Mailbox;

namespace Nots.LocalHost.Development;

/// <summary>
/// What a laptop has in place of an identity provider and a post office, under <c>/dev</c>. Whoever reaches it can be anybody, so
/// it answers this machine alone.
/// </summary>
internal static class DevelopmentRoutes
{
    private const int MostOnAPage = 100;

    public static void MapDevelopment(this IEndpointRouteBuilder app)
    {
        var issuer = app.ServiceProvider.GetRequiredService<DevelopmentIssuer>();
        Map(app, "GET", "/dev/issuer/.well-known/openid-configuration", context => AnswerAsync(context, issuer.Discovery(), DevelopmentJson.Default.DiscoveryDocument));
        Map(app, "GET", "/dev/issuer/keys", context => AnswerAsync(context, issuer.Keys(), DevelopmentJson.Default.KeySet));
        Map(app, "POST", "/dev/token", TokenAsync);
        Map(app, "GET", "/dev/mailbox", MailboxAsync);
        Map(app, "GET", "/dev/mailbox.html", MailboxPageAsync);
    }

    private static void Map(IEndpointRouteBuilder app, string method, string route, RequestDelegate handle) =>
        app.MapMethods(route, [method], ThisMachine.Only(handle));

    private static async Task TokenAsync(HttpContext context)
    {
        var users = context.RequestServices.GetRequiredService<IUserStore>();
        var issuer = context.RequestServices.GetRequiredService<DevelopmentIssuer>();
        if (await ReadUserAsync(context) is not { Length: > 0 } name)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "INVALID_REQUEST", "Send {\"user\":\"dispatcher@nots.test\"}.");
            return;
        }
        if (await users.FindByEmailAsync(name, context.RequestAborted) is not { } user)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "NOT_FOUND", "There is no such user.");
            return;
        }
        context.Response.Headers.CacheControl = "no-store";
        var answer = new TokenAnswer(issuer.TokenFor(user), "Bearer", (int)DevelopmentIssuer.Lifetime.TotalSeconds);
        await AnswerAsync(context, answer, DevelopmentJson.Default.TokenAnswer);
    }

    private static async Task<string?> ReadUserAsync(HttpContext context)
    {
        try
        {
            return (await JsonSerializer.DeserializeAsync(context.Request.Body, DevelopmentJson.Default.TokenRequest, context.RequestAborted))?.User;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task MailboxAsync(HttpContext context) =>
        AnswerAsync(context, new MailboxAnswer(Messages(context, limit: int.MaxValue)), DevelopmentJson.Default.MailboxAnswer);

    private static Task MailboxPageAsync(HttpContext context) =>
        Page.WriteAsync(context, MailboxPage.Render(Messages(context, MostOnAPage), Receiver(context)));

    private static IReadOnlyList<MailboxMessage> Messages(HttpContext context, int limit) =>
        context.RequestServices.GetRequiredService<FileMailbox>().Read(Receiver(context), limit);

    // A telephone number's plus that was not escaped arrives as a space.
    private static string? Receiver(HttpContext context) =>
        context.Request.Query["to"].ToString() is { Length: > 0 } to ? to.Replace(' ', '+') : null;

    private static Task AnswerAsync<T>(HttpContext context, T answer, JsonTypeInfo<T> shape) =>
        context.Response.WriteAsJsonAsync(answer, shape, cancellationToken: context.RequestAborted);

    public static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        var error = new ErrorAnswer(new ErrorContent(code, message, new Dictionary<string, string>(), context.TraceIdentifier));
        return AnswerAsync(context, error, DevelopmentJson.Default.ErrorAnswer);
    }
}
