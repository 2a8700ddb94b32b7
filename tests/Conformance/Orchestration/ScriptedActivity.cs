using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>The one activity of the suite: what it does is up to the test's <see cref="World"/>.</summary>
public sealed class ScriptedActivity(World world) : IActivity<string, string>
{
    public static readonly ActivityName<string, string> Name = new("work");

    public Task<string> RunAsync(string input, CancellationToken cancellationToken) => world.WorkAsync(input, cancellationToken);
}
