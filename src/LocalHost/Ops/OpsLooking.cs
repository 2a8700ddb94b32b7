using Nots.Api.Authentication;
using Nots.Application.Common;

namespace Nots.LocalHost.Ops;

/// <summary>Shows the list and single orchestrations, as the contract answers them.</summary>
internal sealed class OpsLooking(InProcessApi api, OpsClock clock)
{
    /// <summary>Where the contract has them.</summary>
    public const string Orchestrations = "/v1/ops/orchestrations";

    public async Task ListAsync(HttpContext context)
    {
        if (await SignedInAsync(context) is not var (token, caller))
            return;
        var reply = await api.GetAsync(context, token, Orchestrations, context.Request.QueryString);
        if (reply.Status == StatusCodes.Status403Forbidden)
            await OpsAnswer.RefuseAsync(context, reply.Status, reply.Refusal, caller);
        else
            await OpsAnswer.PageAsync(context, "Orchestrations", new ListPage(clock, context.Request.Query).Render(reply), caller, reply.Status);
    }

    public async Task ShowAsync(HttpContext context)
    {
        if (await SignedInAsync(context) is var (token, caller))
            await ShowAsync(context, token, caller, refused: null);
    }

    /// <param name="context">Whose route has the instance's id.</param>
    /// <param name="token">Of whoever looks.</param>
    /// <param name="caller">Whoever looks.</param>
    /// <param name="refused">The answer to what they wanted to be done; null when they only look.</param>
    public async Task ShowAsync(HttpContext context, string token, Caller caller, ApiReply? refused)
    {
        var path = $"{Orchestrations}/{context.Request.RouteValues["instanceId"]}";
        var reply = await api.GetAsync(context, token, path, new QueryString("?history=true"));
        if (!reply.Ok)
        {
            await OpsAnswer.RefuseAsync(context, reply.Status, reply.Refusal, caller);
            return;
        }
        var page = new InstancePage(clock, reply.Body, Access.Admins.Permits(caller));
        await OpsAnswer.PageAsync(context, page.Title, page.Render(refused?.Refusal), caller, refused?.Status ?? reply.Status);
    }

    /// <summary>Who looks; null when nobody has signed in, or no longer, and was sent to do so.</summary>
    public async Task<(string Token, Caller Caller)?> SignedInAsync(HttpContext context)
    {
        try
        {
            if (OpsSession.Token(context) is { } token && await api.CallerAsync(context, token) is { } caller)
                return (token, caller);
            OpsSession.End(context);
            await OpsAnswer.SeeAsync(context, "/ops/sign-in");
        }
        catch (ExternalServiceException)
        {
            await OpsAnswer.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "The identity provider cannot be reached, so nobody knows who you are. Try again in a moment.");
        }
        return null;
    }
}
