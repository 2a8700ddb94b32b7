using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Nots.Cli.Stores;

namespace Nots.Cli.Data;

/// <summary>
/// A folder with an export: a gzipped file of JSON lines for each segment, and <c>manifest.json</c>; until it is complete,
/// <c>export.json</c> and a checkpoint for each segment in its place. One process at a time works on it.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private const string LockName = ".lock";
    private const string PlanName = "export.json";
    private const string ManifestName = "manifest.json";

    private readonly FileStream _lock;

    private ExportFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    public string ManifestFile => System.IO.Path.Combine(Path, ManifestName);

    public string PlanFile => System.IO.Path.Combine(Path, PlanName);

    /// <summary>Takes the folder for an export, and makes it where there is none.</summary>
    /// <exception cref="CommandFailedException">It is complete, in use, holds something else, or cannot be made.</exception>
    public static ExportFolder TakeForExport(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (File.Exists(System.IO.Path.Combine(path, ManifestName)))
            throw new CommandFailedException($"{path} holds a complete export already, which stays as it is. Name another folder.", ExitCode.Refused);
        if (Directory.Exists(path) && !File.Exists(System.IO.Path.Combine(path, PlanName)) && HasOtherThings(path))
            throw new CommandFailedException($"{path} holds other things. Name a new or an empty folder.", ExitCode.Refused);
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The folder {path} cannot be made: {fault.Message}", ExitCode.Refused, fault);
        }

        return Take(path);
    }

    /// <summary>Takes the folder to import from it.</summary>
    /// <exception cref="CommandFailedException">There is none, it is in use, or it cannot be written.</exception>
    public static ExportFolder TakeForImport(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        return Directory.Exists(path) ? Take(path) : throw new CommandFailedException($"There is no folder {path}.", ExitCode.Usage);
    }

    public string SegmentFile(int segment) => Named(segment, "jsonl.gz");

    public string UnfinishedFile(int segment) => Named(segment, "jsonl.gz.part");

    /// <summary>For its owner's eyes only, whatever the folder allows: it holds customers' data.</summary>
    public FileStream OpenUnfinished(int segment)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(UnfinishedFile(segment), options);
    }

    public string CheckpointFile(int segment) => Named(segment, "checkpoint.json");

    /// <summary>Says that an import into a store has begun, so that it may go on though the store is no longer empty.</summary>
    public string ImportFile(StoreAddress target) => System.IO.Path.Combine(
        Path, $"import-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target.ToString())))[..12]}.json");

    /// <exception cref="CommandFailedException">There is none, for the export is not complete; or it is damaged.</exception>
    public async Task<ExportManifest> ManifestAsync(CancellationToken cancellationToken)
    {
        var manifest = await JsonFile.ReadAsync<ExportManifest>(ManifestFile, cancellationToken)
            ?? throw new CommandFailedException(
                File.Exists(PlanFile)
                    ? $"The export in {Path} is not complete: give its 'nots data export' again, which goes on where it was."
                    : $"{Path} holds no export: there is no manifest.json.",
                ExitCode.Refused);
        if (manifest.Segments.Any(segment => segment is null))
            throw new CommandFailedException($"{ManifestFile} is damaged: a segment of it is null.", ExitCode.Refused);
        return manifest.Format == ExportManifest.CurrentFormat
            ? manifest
            : throw new CommandFailedException($"The export in {Path} has the format '{manifest.Format}'; this program knows {ExportManifest.CurrentFormat}.", ExitCode.Refused);
    }

    public void Dispose() => _lock.Dispose();

    private static ExportFolder Take(string path)
    {
        try
        {
            return new ExportFolder(path, new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new CommandFailedException($"{path} cannot be written by this user: notes of the work are kept there. Copy it to where it can.", ExitCode.Refused, fault);
        }
        catch (IOException fault)
        {
            throw new CommandFailedException($"Another nots works on {path}: wait for it, or stop it.", ExitCode.Refused, fault);
        }
    }

    /// <summary>What a kill in the very beginning leaves is ours.</summary>
    private static bool HasOtherThings(string path) =>
        Directory.EnumerateFileSystemEntries(path).Any(entry => System.IO.Path.GetFileName(entry) is not (LockName or PlanName + JsonFile.Unfinished));

    private string Named(int segment, string ending) =>
        System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"segment-{segment:D5}.{ending}"));
}
