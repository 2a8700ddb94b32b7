namespace Nots.Storage.Table;

/// <summary>The table did not answer in time, or refused for load, after the adapter's own retries. The caller may try later.</summary>
public sealed class TableUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
