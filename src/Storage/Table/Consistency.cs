namespace Nots.Storage.Table;

/// <summary>Whether a read must see every write that was acknowledged before it. An index offers only the eventual kind.</summary>
public enum Consistency
{
    Eventual,
    Strong,
}
