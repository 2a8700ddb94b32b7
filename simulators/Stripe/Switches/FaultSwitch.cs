namespace Nots.StripeSimulator.Switches;

/// <summary>Makes API calls fail that would have worked. Not kept over a restart.</summary>
internal sealed class FaultSwitch
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Current
    {
        get
        {
            lock (_lock)
                return [.. _faults];
        }
    }

    public void Add(Fault fault)
    {
        lock (_lock)
            _faults.Add(fault);
    }

    public void Clear()
    {
        lock (_lock)
            _faults.Clear();
    }

    /// <summary>The fault of this call, used up by it; null for none.</summary>
    public Fault? Take(string path)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(fault => path.StartsWith(fault.Path, StringComparison.Ordinal));
            if (index < 0)
                return null;
            var fault = _faults[index];
            if (fault.Next > 1)
                _faults[index] = fault with { Next = fault.Next - 1 };
            else
                _faults.RemoveAt(index);
            return fault;
        }
    }
}
