namespace Nots.Storage.Transfer;

/// <summary>What should be an item is none: it lacks a key, or its text cannot be read.</summary>
public sealed class RawItemException(string message, Exception? inner = null) : Exception(message, inner);
