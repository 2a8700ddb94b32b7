using Nots.Cli.Stores;
using Nots.Cli.Tests.Fakes;
using Nots.Storage.Transfer;

namespace Nots.Cli.Tests.Data;

/// <summary>A test with a folder for its files, and the emulator.</summary>
public abstract class DataTest(Emulator emulator) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-cli-data-");

    internal static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected Emulator Emulator => emulator;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Delete(recursive: true);
    }

    protected string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Gives a command as a user would.</summary>
    protected static Task<int> NotsAsync(params IEnumerable<string> args) => NotsCommand.RunAsync([.. args]);

    internal static Task<int> ExportAsync(string sqlite, string folder) => NotsAsync("data", "export", "--store", $"sqlite:{sqlite}", "--to", folder, "--segments", "4");

    internal Task<int> ImportAsync(string folder, DynamoDbAddress table, params string[] more) =>
        NotsAsync(["data", "import", "--from", folder, .. Emulator.Options(table), .. more]);

    internal static Task<int> ImportAsync(string folder, string sqlite, params string[] more) =>
        NotsAsync(["data", "import", "--from", folder, "--store", $"sqlite:{sqlite}", .. more]);

    internal static async Task<List<RawItem>> AllAsync(StoreAddress store)
    {
        await using var scan = await new OpenStores(TimeProvider.System).ToReadAsync(store, Cancelled);
        return await Items.AllAsync(scan);
    }
}
