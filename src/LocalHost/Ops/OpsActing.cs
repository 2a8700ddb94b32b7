using Nots.Application.Lifecycle;

namespace Nots.LocalHost.Ops;

/// <summary>Passes the page's controls on to the contract's.</summary>
internal sealed class OpsActing(InProcessApi api, OpsLooking looking)
{
    /// <summary>The controls, and where the contract has them below an instance.</summary>
    private static readonly Dictionary<string, string> Controls = new()
    {
        ["suspend"] = "suspend",
        ["resume"] = "resume",
        ["terminate"] = "terminate",
        ["raise"] = $"events/{BookingOrchestration.Changed}",
        ["restart"] = "restart",
        ["purge"] = "purge",
    };

    public async Task ControlAsync(HttpContext context, IFormCollection form)
    {
        if (await looking.SignedInAsync(context) is not var (token, caller))
            return;
        var (instanceId, control) = ((string)context.Request.RouteValues["instanceId"]!, (string)context.Request.RouteValues["control"]!);
        if (!Controls.TryGetValue(control, out var operation))
        {
            await OpsAnswer.RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such control.", caller);
            return;
        }
        if (control is "terminate" or "purge" && form["confirm"] != "yes")
        {
            await OpsAnswer.RefuseAsync(context, StatusCodes.Status400BadRequest, "It was not confirmed; nothing was done.", caller);
            return;
        }
        var reply = await api.PostAsync(
            context, token, $"{OpsLooking.Orchestrations}/{instanceId}/{operation}", new OpsControl(form["reason"].ToString()));
        if (reply.Ok)
            await OpsAnswer.SeeAsync(context, control == "purge" ? "/ops" : InstancePage.PathOf(instanceId));
        else
            await looking.ShowAsync(context, token, caller, reply);
    }
}
