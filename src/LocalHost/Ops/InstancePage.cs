using System.Text.Json;
using Nots.Application.Lifecycle;

namespace Nots.LocalHost.Ops;

/// <summary>One orchestration: where it stands, what may be done with it, and what happened.</summary>
/// <param name="clock">Shows times.</param>
/// <param name="instance">As the contract gives it, with its history.</param>
/// <param name="controls">Whether whoever looks may act, too.</param>
internal sealed class InstancePage(OpsClock clock, JsonElement instance, bool controls)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly string _status = instance.GetProperty("status").GetString()!;
    private readonly IReadOnlyList<Step> _steps = Timeline.Of(instance.GetProperty("history"));

    public string Title { get; } = instance.GetProperty("instanceId").GetString()!;

    public static string PathOf(string instanceId) => "/ops/orchestrations/" + Uri.EscapeDataString(instanceId);

    /// <param name="refused">Why what was wanted was not done; null when nothing was.</param>
    public Html Render(string? refused) => $"""
        <h1>{Title}</h1>{OpsAnswer.Alert(refused)}
        <dl><dt>Orchestration</dt><dd>{instance.GetProperty("name").GetString()}</dd>
        <dt>Status</dt><dd>{ListPage.Badge(_status)} {SuspendedFor()}</dd>{Standing()}{Failure()}
        <dt>Started</dt><dd>{clock.Show(At("createdAt"))}</dd>
        <dt>Last change</dt><dd>{clock.Show(At("updatedAt"))} <span class="quiet">{clock.Away(At("updatedAt"))}</span></dd></dl>
        {Controls()}
        <h2>Timeline</h2><p class="quiet">Of its present execution, oldest first; London time.</p>
        <ol class="timeline">{_steps.Select(Step)}</ol>
        <h2>Input and output</h2>{Json("Input", instance.GetProperty("input"))}{Json("Output", instance.GetProperty("output"))}{Json("Custom status", instance.GetProperty("customStatus"))}
        """;

    /// <summary>What an operator wrote, or nothing.</summary>
    private string? SuspendedFor() =>
        _status == "suspended" ? _steps.LastOrDefault(step => step.Title == Timeline.Suspended)?.Remark : null;

    private Html Standing()
    {
        if (Position.Of(instance) is not { } position)
            return Html.Empty;
        Html until = position.NextDeadline is { } deadline
            ? (Html)$"""{clock.Show(deadline)} <span class="quiet">{clock.Away(deadline)}</span>"""
            : $"""<span class="quiet">no deadline; only an event wakes it</span>""";
        Html error = position.LastError is { } last ? $"""<dt>Last error</dt><dd class="error">{last}</dd>""" : Html.Empty;
        return $"""<dt>Stage</dt><dd>{position.Stage}</dd><dt>Waits for</dt><dd>{position.WaitingFor}</dd><dt>Until</dt><dd>{until}</dd>{error}""";
    }

    private Html Failure() => instance.GetProperty("failure") is { ValueKind: JsonValueKind.Object } failure
        ? $"""<dt>Failure</dt><dd class="error">{failure.GetProperty("errorType").GetString()}: {failure.GetProperty("message").GetString()}</dd>"""
        : Html.Empty;

    private Html Controls()
    {
        if (!controls)
            return Html.Empty;
        if (!Position.IsLive(instance))
        {
            return $"""
                <section class="controls">
                {(_status is "failed" or "terminated" ? Control("restart", "Restart", "It runs again, reads its booking afresh and does what is due.") : Html.Empty)}
                {Control("purge", "Purge", "The instance and its history are forgotten. A booking that still needs one is left without until it changes.", Confirmation("Yes, forget it"))}
                </section>
                """;
        }
        var isBooking = instance.GetProperty("name").GetString() == BookingOrchestration.Name;
        return $"""
            <section class="controls">
            {(_status == "suspended" ? Control("resume", "Resume", "It goes on; events and timers that waited are taken now.") : Control("suspend", "Suspend", "It takes no further step until it is resumed; events and timers wait."))}
            {(isBooking ? Control("raise", "Look again", "Raises “changed”: it reads the booking afresh and does what is due.") : Html.Empty)}
            {Control("terminate", "Terminate", "It ends at once and undoes nothing: no refund, no message, no driver released.", Confirmation("Yes, end it"))}
            </section>
            """;
    }

    private static Html Confirmation(string yes) => $"""<label class="check"><input type="checkbox" name="confirm" value="yes" required> {yes}; this cannot be undone</label>""";

    private Html Control(string verb, string text, string effect, Html confirmation = default) => $"""
        <details><summary>{text}</summary><form class="stack" method="post" action="{PathOf(Title)}/{verb}">
        <p class="quiet">{effect}</p><label>Reason, for the audit log <input name="reason" required maxlength="500" autocomplete="off"></label>
        {confirmation}<button class="{(verb is "terminate" or "purge" ? "danger" : "main")}">{text}</button></form></details>
        """;

    private Html Step(Step step) => $"""
        <li class="{step.State.ToString().ToLowerInvariant()}"><p>{clock.Show(step.At)} <b>{step.Title}</b> {Due(step)}{Course(step)}</p>
        {(step.Remark is null ? Html.Empty : Remark(step))}{Json("given", step.Given)}{Json("result", step.Result)}</li>
        """;

    private Html Due(Step step) => step.Due is { } due ? $"until {clock.Show(due)} " : Html.Empty;

    private static Html Remark(Step step) => $"""<p class="{(step.State == StepState.Failed ? "error" : "quiet")}">{step.Remark}</p>""";

    private static Html Course(Step step) => (step.State, step.Took) switch
    {
        (StepState.Open, _) => $"""<span class="quiet">{(step.Due is null ? "under way" : "waiting")}</span>""",
        (StepState.Cancelled, { } took) => $"""<span class="quiet">not needed any more after {OpsClock.Length(took)}</span>""",
        (StepState.Failed, { } took) => $"""<span class="quiet">failed after {OpsClock.Length(took)}</span>""",
        (_, { } took) => $"""<span class="quiet">{OpsClock.Length(took)}</span>""",
        _ => Html.Empty,
    };

    private static Html Json(string title, JsonElement json) => json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        ? Html.Empty
        : $"""<details><summary>{title}</summary><pre>{JsonSerializer.Serialize(json, Indented)}</pre></details>""";

    private DateTimeOffset At(string name) => instance.GetProperty(name).GetDateTimeOffset();
}
