using Microsoft.DurableTask.Client;
using Nots.Application.Audit;
using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Common;

namespace Nots.Application.Operations;

/// <summary>
/// Controls an orchestration instance on behalf of an operator. It must be there and in a state that fits, and the control is in the
/// audit log before it is carried out, so that none is ever unknown.
/// </summary>
public sealed class ControlOrchestration(DurableTaskClient client, OrchestrationControls controls, AuditLog audit, ITransactions transactions)
{
    /// <summary>Stops an instance until it is resumed.</summary>
    public Task<Result<OrchestrationDetails>> SuspendAsync(string instanceId, ControlRequest request, Caller caller, CancellationToken cancellationToken) =>
        ApplyAsync("suspend", OrchestrationStatuses.IsLive, reason => controls.SuspendAsync(instanceId, reason, cancellationToken), instanceId, request, caller, cancellationToken);

    /// <summary>Lets a suspended instance go on.</summary>
    public Task<Result<OrchestrationDetails>> ResumeAsync(string instanceId, ControlRequest request, Caller caller, CancellationToken cancellationToken) =>
        ApplyAsync(
            "resume", status => status == OrchestrationStatus.Suspended, reason => controls.ResumeAsync(instanceId, reason, cancellationToken),
            instanceId, request, caller, cancellationToken);

    /// <summary>Ends an instance at once.</summary>
    public Task<Result<OrchestrationDetails>> TerminateAsync(string instanceId, ControlRequest request, Caller caller, CancellationToken cancellationToken) =>
        ApplyAsync("terminate", OrchestrationStatuses.IsLive, reason => controls.TerminateAsync(instanceId, reason, cancellationToken), instanceId, request, caller, cancellationToken);

    /// <summary>
    /// Runs an instance again that failed or was terminated. It reads its booking afresh and does what is due, such as a refund that
    /// fell due while nothing looked after the booking; nothing else starts it again.
    /// </summary>
    public Task<Result<OrchestrationDetails>> RestartAsync(string instanceId, ControlRequest request, Caller caller, CancellationToken cancellationToken) =>
        ApplyAsync(
            "restart", status => status is OrchestrationStatus.Failed or OrchestrationStatus.Terminated,
            _ => controls.RestartAsync(instanceId, cancellationToken), instanceId, request, caller, cancellationToken);

    /// <summary>Forgets an instance that has ended. Its booking is untouched; a later change of it starts a new one.</summary>
    public Task<Result<OrchestrationDetails>> PurgeAsync(string instanceId, ControlRequest request, Caller caller, CancellationToken cancellationToken) =>
        ApplyAsync("purge", status => !status.IsLive(), _ => controls.PurgeAsync(instanceId, cancellationToken), instanceId, request, caller, cancellationToken);

    /// <summary>Raises an event of a live instance.</summary>
    public Task<Result<OrchestrationDetails>> RaiseEventAsync(
        string instanceId, string eventName, RaiseEventRequest request, Caller caller, CancellationToken cancellationToken) =>
        ApplyAsync(
            $"raise.{eventName}", OrchestrationStatuses.IsLive, _ => controls.RaiseEventAsync(instanceId, eventName, request.Payload, cancellationToken),
            instanceId, request, caller, cancellationToken);

    /// <param name="verb">For the audit log.</param>
    /// <param name="fits">Whether an instance in a state can be controlled so.</param>
    /// <param name="control">Carries it out, for a reason; false when the instance did not take it after all.</param>
    /// <param name="instanceId">Which.</param>
    /// <param name="request">As it was sent.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>The instance as it is afterwards, or as it was last when it is gone.</returns>
    private async Task<Result<OrchestrationDetails>> ApplyAsync(
        string verb, Func<OrchestrationStatus, bool> fits, Func<string, Task<bool>> control,
        string instanceId, ControlRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var reason = request.Reason?.Trim();
        var faults = new FaultList(request.Malformed);
        if (faults.Require("reason", reason))
            faults.Text("reason", reason, ControlRequest.MaxReasonLength);
        if (faults.Any)
            return faults.ToRefusal();
        if (await client.GetInstanceAsync(instanceId, true, cancellationToken) is not { } before)
            return Refusal.NotFound("orchestration");
        if (!fits(before.Status()))
            return Unfit(verb, before);
        var transaction = transactions.Begin();
        transaction.Add(audit.Entry(caller, $"ops.{verb}", instanceId, Wire.Name(before.Status()), reason));
        await transaction.CommitAsync(cancellationToken);
        var taken = await control(reason!);
        var after = await client.GetInstanceAsync(instanceId, true, cancellationToken) ?? before;
        return taken ? new OrchestrationDetails(after) : Unfit(verb, after);
    }

    private static Refusal Unfit(string verb, OrchestrationMetadata instance) => Refusal.Conflict(
        $"An orchestration that is {Wire.Name(instance.Status())} does not take {verb}.", ("status", Wire.Name(instance.Status())));
}
