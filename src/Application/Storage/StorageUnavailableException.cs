namespace Nots.Application.Storage;

/// <summary>The table cannot be reached or is overloaded, after the adapter's own retries. The caller may try again later.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
