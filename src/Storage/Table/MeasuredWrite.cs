namespace Nots.Storage.Table;

/// <summary>A write that passed its checks, with the size of the item that it puts (0 for the other kinds).</summary>
internal readonly record struct MeasuredWrite(TableWrite Write, int Bytes);
