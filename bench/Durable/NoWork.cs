using Nots.Application.Orchestration;

namespace Nots.Durable.Bench;

/// <summary>An activity that does nothing, so that the engine alone is measured.</summary>
internal sealed class NoWork(Ticks ticks) : IActivity<int, int>
{
    public static readonly ActivityName<int, int> Name = new("no work");

    public Task<int> RunAsync(int input, CancellationToken cancellationToken)
    {
        ticks.Add();
        return Task.FromResult(input);
    }
}
