namespace Nots.Durable.KilledProcess;

/// <summary>What was done, one line each, written through to the file before it counts.</summary>
internal sealed class Diary(string path)
{
    private readonly Lock _gate = new();

    public void Write(string line)
    {
        lock (_gate)
            File.AppendAllText(path, line + "\n");
    }
}
