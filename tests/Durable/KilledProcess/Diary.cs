namespace Nots.Durable.KilledProcess;

/// <summary>What was done, one line each, written through to the file before it counts.</summary>
internal sealed class Diary(string path)
{
    private readonly Lock _gate = new();

    /// <summary>Writes the step down. The step "die" ends the process instead, every time.</summary>
    public Task<string> Take(string step)
    {
        lock (_gate)
            File.AppendAllText(path, step + "\n");
        if (step.EndsWith("/die", StringComparison.Ordinal))
            Environment.FailFast("The activity takes the process with it.");
        return Task.FromResult(step);
    }
}
