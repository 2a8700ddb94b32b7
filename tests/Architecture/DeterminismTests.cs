using Nots.Application.Orchestration;

namespace Nots.Architecture.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void Orchestrators_and_all_that_they_call_are_the_same_on_every_replay()
    {
        using var module = Instructions.Read(Repository.Room("Nots.Application"));
        var orchestrators = Determinism.Orchestrators(module).ToList();
        Assert.NotEmpty(orchestrators);
        Assert.All(orchestrators, orchestrator => Assert.Empty(Determinism.FaultsOf(orchestrator)));
    }

    /// <summary>The function app's adapter runs on the orchestrator's own thread, between it and Durable Task.</summary>
    [Fact]
    public void So_is_what_the_function_app_puts_under_them()
    {
        using var module = Instructions.Read(Repository.Room("Nots.Functions"));
        var contexts = Determinism.Contexts(module).ToList();
        Assert.NotEmpty(contexts);
        Assert.All(contexts, context => Assert.Empty(Determinism.FaultsOf(context)));
    }

    [Fact]
    public void The_check_sees_a_clock_in_a_lambda_of_a_method_that_an_orchestrator_calls()
    {
        using var module = Instructions.Read(typeof(DeterminismTests).Assembly);
        var orchestrator = Determinism.Orchestrators(module).Single(type => type.Name == nameof(Careless));
        Assert.Contains(Determinism.FaultsOf(orchestrator), fault => fault.EndsWith("uses System.DateTime::get_UtcNow", StringComparison.Ordinal));
        Assert.Contains(Determinism.FaultsOf(orchestrator), fault => fault.EndsWith("uses System.Threading.Tasks.Task::Delay", StringComparison.Ordinal));
        Assert.Contains(Determinism.FaultsOf(orchestrator), fault => fault.Contains("uses the static state", StringComparison.Ordinal));
    }

    /// <summary>Does what no orchestrator may.</summary>
    private sealed class Careless : IOrchestrator<int, long>
    {
        private static int _runs;

        public async Task<long> RunAsync(IOrchestrationContext context, int input)
        {
            _runs++;
            await Task.Delay(1);
            return Later(input)();
        }

        private static Func<long> Later(int input) => () => DateTime.UtcNow.Ticks + input;
    }
}
