using Nots.Functions.StandInHost.Worker.Protocol;

namespace Nots.Functions.StandInHost.Worker;

/// <summary>The last lines that the workers wrote or logged, for a failed test's message. Safe for many threads.</summary>
internal sealed class WorkerLog
{
    private const int MostLines = 400;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();

    public void Write(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MostLines)
                _lines.Dequeue();
        }
    }

    public void Write(RpcLog entry) => Write($"{entry.Level} {entry.Category}: {entry.Message}{(entry.Exception is { } fault ? $" ({fault.Message})" : "")}");

    public override string ToString()
    {
        lock (_gate)
            return string.Join(Environment.NewLine, _lines);
    }
}
