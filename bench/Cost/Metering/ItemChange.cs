namespace Nots.Cost.Bench.Metering;

/// <summary>What one write did to one item.</summary>
/// <param name="Key">Of the item, for telling one from another.</param>
/// <param name="EntityType">Of the item.</param>
/// <param name="Before">Bytes; 0 where there was none.</param>
/// <param name="After">Bytes; 0 where none is left.</param>
/// <param name="Indexes">In how many indexes it stands afterwards.</param>
/// <param name="IndexUnits">What the indexes consume for the change.</param>
internal sealed record ItemChange(string Key, string EntityType, long Before, long After, int Indexes, int IndexUnits)
{
    public int TableUnits => Units.Write(Before, After);

    /// <summary>What writing it once, as it is afterwards, would consume.</summary>
    public int UnitsIfWrittenOnce => Units.Write(0, After) * (1 + Indexes);
}
