using System.Text.Json;

namespace Nots.LocalHost.Ops;

/// <summary>A history as people follow it: what was scheduled and what came of it is one step.</summary>
internal static class Timeline
{
    /// <summary>The title of a step after which nothing more is done until it is resumed.</summary>
    public const string Suspended = "Suspended";

    /// <param name="history">As <c>GET /v1/ops/orchestrations/{id}?history=true</c> gives it.</param>
    public static IReadOnlyList<Step> Of(JsonElement history)
    {
        var steps = new SortedDictionary<int, Step>();
        foreach (var entry in history.EnumerateArray())
        {
            if (entry.TryGetProperty("outcomeOf", out var began))
                steps[began.GetInt32()] = End(steps[began.GetInt32()], entry);
            else
                steps[entry.GetProperty("sequence").GetInt32()] = Begin(entry);
        }
        return LetGo([.. steps.Values]);
    }

    /// <summary>
    /// Histories keep nothing of a timer that lost its point: it is open until its time has come. Our orchestrations wait for one thing at
    /// a time, so one that did something else after it no longer waits for it.
    /// </summary>
    private static List<Step> LetGo(List<Step> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is { State: StepState.Open, Due: not null } timer
                && steps.Skip(i + 1).FirstOrDefault(step => step.At > timer.At && step.IsAction) is { } next)
            {
                steps[i] = timer with { State = StepState.Cancelled, Took = next.At - timer.At };
            }
        }
        return steps;
    }

    private static Step Begin(JsonElement entry)
    {
        var (at, type, payload) = (entry.GetProperty("at").GetDateTimeOffset(), entry.GetProperty("type").GetString()!, Payload(entry));
        var name = entry.GetProperty("name").GetString();
        return type switch
        {
            "executionStarted" => new Step(at, "Started", StepState.Done) { Given = payload },
            "eventRaised" => new Step(at, $"Event “{name}”", StepState.Done) { Given = payload },
            "activityScheduled" => new Step(at, $"Activity {name}", StepState.Open) { Given = payload, IsAction = true },
            "subOrchestrationScheduled" => new Step(at, $"Orchestration {name}", StepState.Open) { Given = payload, IsAction = true },
            "timerCreated" => new Step(at, "Timer", StepState.Open) { Due = OpsClock.Read(payload) },
            "continuedAsNew" => new Step(at, "Started afresh", StepState.Done) { Given = payload },
            "executionCompleted" => new Step(at, "Completed", StepState.Done) { Result = payload },
            "executionFailed" => new Step(at, "Failed", StepState.Failed) { Remark = Failure(payload) },
            "executionSuspended" => new Step(at, Suspended, StepState.Done) { Remark = Text(payload) },
            "executionResumed" => new Step(at, "Resumed", StepState.Done) { Remark = Text(payload) },
            "executionTerminated" => new Step(at, "Terminated", StepState.Failed) { Remark = Text(payload) },
            _ => new Step(at, type, StepState.Done) { Given = payload },
        };
    }

    private static Step End(Step step, JsonElement entry)
    {
        var payload = Payload(entry);
        var ended = step with { Took = entry.GetProperty("at").GetDateTimeOffset() - step.At };
        return entry.GetProperty("type").GetString() switch
        {
            "activityFailed" or "subOrchestrationFailed" => ended with { State = StepState.Failed, Remark = Failure(payload) },
            "timerFired" => ended with { State = StepState.Done },
            _ => ended with { State = StepState.Done, Result = payload },
        };
    }

    private static JsonElement Payload(JsonElement entry) =>
        entry.GetProperty("payload") is { ValueKind: not JsonValueKind.Null } payload ? payload : default;

    private static string? Failure(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object ? $"{payload.GetProperty("errorType").GetString()}: {payload.GetProperty("message").GetString()}" : null;

    private static string? Text(JsonElement payload) => payload.ValueKind == JsonValueKind.String ? payload.GetString() : null;
}
