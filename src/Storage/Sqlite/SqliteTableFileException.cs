namespace Nots.Storage.Sqlite;

/// <summary>The file cannot be opened as a table: another process has it, it was written by a newer version, or it is something else.</summary>
public sealed class SqliteTableFileException(string message, Exception? inner = null) : Exception(message, inner);
