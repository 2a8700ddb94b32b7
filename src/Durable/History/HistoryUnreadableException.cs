namespace Nots.Durable.History;

/// <summary>What is stored was not written by this version of the engine or an earlier one.</summary>
internal sealed class HistoryUnreadableException(string message) : Exception(message);
