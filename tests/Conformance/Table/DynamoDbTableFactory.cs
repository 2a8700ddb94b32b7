using Nots.Application.Common;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Conformance.Table;

public sealed class DynamoDbTableFactory : ITableFactory
{
    private DynamoDbOptions? _options;
    private TimeProvider _time = TimeProvider.System;

    public async Task<ITable> CreateEmptyAsync(TimeProvider time)
    {
        _time = time;
        _options = DynamoDbLocalFixture.Current.NextTable();
        // Without DynamoDB Local's own time-to-live: it goes by this machine's clock, and the tests by theirs.
        await DynamoDbLocalFixture.Current.Client.CreateTableAsync(TableDefinition.Create(_options.Table, deletionProtection: false), TestContext.Current.CancellationToken);
        return await ReopenAsync();
    }

    public Task<ITable> ReopenAsync() => Task.FromResult<ITable>(new DynamoDbTable(DynamoDbLocalFixture.Current.Client, _options!, _time, new IdSource(_time)));

    public async ValueTask DisposeAsync()
    {
        if (_options is not null)
            await DynamoDbLocalFixture.Current.Client.DeleteTableAsync(_options.Table);
    }
}
