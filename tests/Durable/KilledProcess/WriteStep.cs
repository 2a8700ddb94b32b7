using Nots.Application.Orchestration;

namespace Nots.Durable.KilledProcess;

/// <summary>Writes the step down. The step "die" ends the process instead, every time.</summary>
internal sealed class WriteStep(Diary diary) : IActivity<string, string>
{
    public static readonly ActivityName<string, string> Name = new("write step");

    public Task<string> RunAsync(string input, CancellationToken cancellationToken)
    {
        diary.Write(input);
        if (input.EndsWith("/die", StringComparison.Ordinal))
            Environment.FailFast("The activity takes the process with it.");
        return Task.FromResult(input);
    }
}
