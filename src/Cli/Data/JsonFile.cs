using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nots.Cli.Data;

/// <summary>Notes on disk that are there whole or not at all: written beside, brought to disk, and renamed.</summary>
internal static class JsonFile
{
    /// <summary>What the name of a note that is being written ends with; after a kill it may be left.</summary>
    public const string Unfinished = ".new";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static async Task WriteAsync<T>(string path, T content, CancellationToken cancellationToken)
    {
        var beside = path + Unfinished;
        await using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await JsonSerializer.SerializeAsync(file, content, Options, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="CommandFailedException">The file does not hold what it should.</exception>
    public static async Task<T?> ReadAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        if (!File.Exists(path))
            return null;
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<T>(file, Options, cancellationToken)
                ?? throw new JsonException("it holds nothing");
        }
        catch (JsonException fault)
        {
            throw new CommandFailedException($"{path} is damaged: {fault.Message}", ExitCode.Refused, fault);
        }
    }
}
