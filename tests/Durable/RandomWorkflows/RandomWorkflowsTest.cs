using System.Collections.Concurrent;
using CsCheck;
using Nots.Durable.Sqlite;
using Nots.Durable.Sqlite.Store;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests.RandomWorkflows;

public sealed class RandomWorkflowsTest
{
    /// <summary>Workflows at the same time on one backend.</summary>
    private const int AtOnce = 4;

    [Fact]
    public Task A_workflow_comes_to_what_the_model_says() =>
        Generator.Workflow.Array[AtOnce].SampleAsync(workflows => RunAsync(workflows, maxSessions: 1000, crashes: []), iter: 40, threads: 1);

    [Fact]
    public Task It_does_so_when_every_turn_replays_the_history() =>
        Generator.Workflow.Array[AtOnce].SampleAsync(workflows => RunAsync(workflows, maxSessions: 0, crashes: []), iter: 25, threads: 1);

    [Fact]
    public Task It_does_so_with_few_in_memory_and_crashes_at_any_commit() =>
        Gen.Select(Generator.Workflow.Array[AtOnce], Gen.Int[0, 3], Gen.Int[1, 40].Array[1, 5]).SampleAsync(
            (workflows, maxSessions, crashes) => RunAsync(workflows, maxSessions, crashes), iter: 40, threads: 1);

    /// <param name="workflows">To be run at the same time.</param>
    /// <param name="maxSessions">How many stay in memory.</param>
    /// <param name="crashes">After how many commit stages since the last crash the next comes: odd stages lie before a commit, even ones after.</param>
    private static async Task RunAsync(Workflow[] workflows, int maxSessions, int[] crashes)
    {
        await using var host = new BackendHost();
        Interpreter.AddTo(host);
        host.World.Work = FailFirst();
        var plan = new Queue<int>(crashes);
        var left = plan.TryDequeue(out var first) ? first : -1;
        host.Options = host.Options with
        {
            MaxSessions = maxSessions,
            MaxConcurrentOrchestrations = 2,
            MaxActivityDeliveries = 100,
            CommitProbe = _ =>
            {
                if (--left == 0)
                    throw new SimulatedCrashException();
            },
        };
        await host.StartAsync();
        var driver = new Driver(host, workflows);
        await BackendHost.UntilAsync(async () =>
        {
            try
            {
                return await driver.StepAsync();
            }
            catch (BackendStoppedException)
            {
                left = plan.TryDequeue(out var next) ? next : -1;
                await host.CrashAsync();
                return false;
            }
        }, driver.Describe);

        Assert.All(driver.Seen, instance => Assert.Equal(Model.ResultOf(driver.WorkflowOf(instance)), instance.ReadOutputAs<string>()));
        foreach (var table in (string[])["messages", "activities"])
            Assert.Equal(0, Database.Count(host, table));
    }

    /// <summary>The activity "id/failures" fails that many times, whichever process asks.</summary>
    private static Func<string, Task<string>> FailFirst()
    {
        var calls = new ConcurrentDictionary<string, int>();
        return input =>
        {
            var (id, failures) = input.Split('/') is [var name, var count] ? (name, int.Parse(count, null)) : throw new ArgumentException(input);

            // More than two is for good, or a crash at the last try would turn failure into success.
            return failures > 2 || calls.AddOrUpdate(input, 1, (_, before) => before + 1) <= failures
                ? throw new InvalidOperationException("not yet")
                : Task.FromResult($"w{id}");
        };
    }
}
