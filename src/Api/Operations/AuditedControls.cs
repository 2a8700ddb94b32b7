using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Audit;
using Nots.Application.Common;
using Nots.Application.Operations;
using Nots.Application.Storage;
using Nots.Domain.Common;

namespace Nots.Api.Operations;

/// <summary>
/// What all controls of an instance share: it must be there and in a state that fits, and the audit log knows of the control
/// before it is carried out, so that none is ever unknown.
/// </summary>
public sealed class AuditedControls(DurableTaskClient orchestrations, AuditLog audit, ITransactions transactions)
{
    private const int MaxTextLength = 500;

    /// <param name="request">With a reason in its body.</param>
    /// <param name="verb">For the audit log, such as <c>suspend</c>.</param>
    /// <param name="fits">Whether an instance in a state can be controlled so.</param>
    /// <param name="control">Carries it out, for a reason; false when the instance did not take it after all.</param>
    /// <returns>The instance as it is afterwards, or as it was last when it is gone.</returns>
    internal async Task<IResult> ApplyAsync(
        ApiRequest request, string verb, Func<OrchestrationStatus, bool> fits, Func<string, string, Task<bool>> control)
    {
        var reason = request.Json.Text("reason")?.Trim();
        var faults = new FaultList(request.Json.End());
        if (faults.Require("reason", reason))
            faults.Text("reason", reason, MaxTextLength);
        if (faults.Any)
            return Answers.Refused(faults.ToRefusal());

        var instanceId = request.Route("instanceId");
        if (await orchestrations.GetInstanceAsync(instanceId, true, request.Aborted) is not { } before)
            return Answers.Refused(Refusal.NotFound("orchestration"));
        if (!fits(before.Status()))
            return Answers.Refused(Unfit(verb, before));
        await RecordAsync(request, verb, before, reason!);
        var taken = await control(instanceId, reason!);
        var after = await orchestrations.GetInstanceAsync(instanceId, true, request.Aborted) ?? before;
        return taken
            ? Answers.Ok(OrchestrationDetailsAnswer.Of(after), ApiJson.Default.OrchestrationDetailsAnswer)
            : Answers.Refused(Unfit(verb, after));
    }

    private async Task RecordAsync(ApiRequest request, string verb, OrchestrationMetadata instance, string reason)
    {
        var transaction = transactions.Begin();
        transaction.Add(audit.Entry(request.Caller, $"ops.{verb}", instance.InstanceId, Wire.Name(instance.Status()), reason));
        await transaction.CommitAsync(request.Aborted);
    }

    private static Refusal Unfit(string verb, OrchestrationMetadata instance) => Refusal.Conflict(
        $"An orchestration that is {Wire.Name(instance.Status())} does not take {verb}.", ("status", Wire.Name(instance.Status())));
}
