namespace Nots.Storage.Table;

/// <summary>The table itself, or one of its three global secondary indexes.</summary>
public enum TableIndex
{
    Primary,
    Gsi1,
    Gsi2,
    Gsi3,
}
