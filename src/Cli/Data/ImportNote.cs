namespace Nots.Cli.Data;

/// <summary>An import that was begun.</summary>
/// <param name="Target">The notation of the store.</param>
/// <param name="Checksum">Of the export.</param>
/// <param name="StartedAt">Epoch seconds.</param>
internal sealed record ImportNote(string Target, string Checksum, long StartedAt);
