using Nots.Application.Users;
using Nots.Domain.Common;
using Nots.LocalHost.Development;
using Nots.LocalHost.Seeding;

namespace Nots.LocalHost.Ops;

/// <summary>Signs people in and out of the page: on this machine, by choosing who to be.</summary>
internal sealed class OpsSigning(IUserStore users, DevelopmentIssuer issuer)
{
    public static Task FormAsync(HttpContext context) => FormAsync(context, why: null, StatusCodes.Status200OK);

    public async Task InAsync(HttpContext context, IFormCollection form)
    {
        if (await users.FindByEmailAsync(form["user"].ToString(), context.RequestAborted) is not { } user)
        {
            await FormAsync(context, "There is no such user.", StatusCodes.Status400BadRequest);
            return;
        }
        OpsSession.Begin(context, issuer.TokenFor(user));
        await OpsAnswer.SeeAsync(context, OpsRoutes.Root);
    }

    public static Task OutAsync(HttpContext context, IFormCollection form)
    {
        OpsSession.End(context);
        return OpsAnswer.SeeAsync(context, "/ops/sign-in");
    }

    private static Task FormAsync(HttpContext context, string? why, int status)
    {
        var choices = SeedUsers.All.Select(user => (Html)$"""<option value="{user.Email}">{user.FirstName} {user.LastName}, {Wire.Name(user.Role)}</option>""");
        return OpsAnswer.PageAsync(
            context,
            "Sign in",
            $"""
            <h1>Sign in</h1>{OpsAnswer.Alert(why)}
            <form class="stack" method="post" action="/ops/sign-in">
            <label>User <select name="user">{choices.Reverse()}</select></label><button class="main">Sign in</button></form>
            <p class="quiet">Dispatchers look; admins and owners act, too. The others have nothing to see here.</p>
            """,
            status: status);
    }
}
