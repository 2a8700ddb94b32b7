namespace Nots.Durable.Bench;

/// <summary>What was done, in how many seconds; bytes are those of the histories.</summary>
internal sealed record Load(long Turns, long Activities, long Commits, long Bytes, double Seconds)
{
    public long WorkItems => Turns + Activities;

    public double WorkItemsPerSecond => WorkItems / Seconds;
}
