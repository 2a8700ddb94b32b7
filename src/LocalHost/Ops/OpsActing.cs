using Nots.Api.Operations;
using Nots.Api.Pipeline;
using Nots.Application.Lifecycle;

namespace Nots.LocalHost.Ops;

/// <summary>Passes the page's controls on to the contract's.</summary>
internal sealed class OpsActing(InProcessApi api, OpsLooking looking)
{
    private static readonly Dictionary<string, EndpointInfo> Controls = new()
    {
        ["suspend"] = OpsOrchestrationsSuspend.Info,
        ["resume"] = OpsOrchestrationsResume.Info,
        ["terminate"] = OpsOrchestrationsTerminate.Info,
        ["raise"] = OpsOrchestrationsRaise.Info,
        ["restart"] = OpsOrchestrationsRestart.Info,
        ["purge"] = OpsOrchestrationsPurge.Info,
    };

    public async Task ControlAsync(HttpContext context, IFormCollection form)
    {
        if (await looking.SignedInAsync(context) is not var (token, caller))
            return;
        var (instanceId, control) = ((string)context.Request.RouteValues["instanceId"]!, (string)context.Request.RouteValues["control"]!);
        if (!Controls.TryGetValue(control, out var endpoint))
        {
            await OpsAnswer.RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such control.", caller);
            return;
        }
        if (control is "terminate" or "purge" && form["confirm"] != "yes")
        {
            await OpsAnswer.RefuseAsync(context, StatusCodes.Status400BadRequest, "It was not confirmed; nothing was done.", caller);
            return;
        }
        var route = new RouteValueDictionary { ["instanceId"] = instanceId, ["eventName"] = BookingOrchestration.Changed };
        var reply = await api.AskAsync(context, token, endpoint, route: route, body: new OpsControl(form["reason"].ToString()));
        if (reply.Ok)
            await OpsAnswer.SeeAsync(context, control == "purge" ? "/ops" : InstancePage.PathOf(instanceId));
        else
            await looking.ShowAsync(context, token, caller, reply);
    }
}
