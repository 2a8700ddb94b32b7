namespace Nots.Cli.Stores;

/// <param name="Path">The whole path of the table's file.</param>
internal sealed record SqliteAddress(string Path) : StoreAddress
{
    public override string ToString() => $"sqlite:{Path}";
}
