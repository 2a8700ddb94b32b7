using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Kills as planned, and starts the host again on its data each time.</summary>
internal sealed class Killer(IReadOnlyList<PlannedKill> plan, RunningHost host, StepCount steps)
{
    /// <summary>How many hosts died.</summary>
    public int Killed { get; private set; }

    public async Task KillAsync()
    {
        foreach (var kill in plan)
        {
            await steps.ReachAsync(kill.AfterSteps);
            await Task.Delay(kill.Delay);
            if (kill.Kind == KillKind.SimulatorThenHost)
            {
                await host.KillSimulatorAsync();
                await Task.Delay(kill.Delay);
            }
            await KillHostAsync();
            if (kill.Kind == KillKind.HostTwice)
            {
                host.Launch();
                await Task.Delay(kill.Delay * 4);
                await KillHostAsync();
            }
            await host.StartAgainAsync();
        }
    }

    private async Task KillHostAsync()
    {
        await host.KillAsync();
        Killed++;
    }
}
