using Nots.Cli.Stores;
using Nots.Cli.Tests.Fakes;
using Nots.Storage.Transfer;

namespace Nots.Cli.Tests.Stores;

public sealed class SqliteTransferTests : TransferSuite
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-cli-transfer-");

    private SqliteAddress Address => new(Path.Combine(_folder.FullName, "table.db"));

    internal override async Task<(ITableLoad Load, ITableScan Scan)> OpenEmptyAsync() =>
        (await new OpenStores(TimeProvider.System).ToFillAsync(Address, Cancelled), await OpenScanAsync());

    internal override Task<ITableScan> OpenScanAsync() => new OpenStores(TimeProvider.System).ToReadAsync(Address, Cancelled);

    protected override ValueTask CleanUpAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class DynamoDbTransferTests(Emulator emulator) : TransferSuite
{
    private DynamoDbAddress? _table;

    internal override async Task<(ITableLoad Load, ITableScan Scan)> OpenEmptyAsync()
    {
        _table = await emulator.NewTableAsync();
        return (await new OpenStores(TimeProvider.System).ToFillAsync(_table, Cancelled), await OpenScanAsync());
    }

    internal override Task<ITableScan> OpenScanAsync() => new OpenStores(TimeProvider.System).ToReadAsync(_table!, Cancelled);
}
