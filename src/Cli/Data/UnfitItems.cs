using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>Collects the items that a target cannot hold, so that a transfer is refused as a whole before it begins.</summary>
internal sealed class UnfitItems(Func<RawItem, string?> whyNot)
{
    private const int MaxExamples = 5;

    private readonly Lock _lock = new();
    private readonly List<string> _examples = [];
    private long _count;

    public void Look(RawItem item)
    {
        if (whyNot(item) is not { } reason)
            return;
        lock (_lock)
        {
            _count++;
            if (_examples.Count < MaxExamples)
                _examples.Add($"{item.Key}: {reason}");
        }
    }

    /// <exception cref="CommandFailedException">There are some.</exception>
    public void RefuseAny()
    {
        if (_count > 0)
            throw new CommandFailedException($"The target cannot hold {_count} of the items, and nothing was changed. {string.Join(" ", _examples)}", ExitCode.Refused);
    }
}
