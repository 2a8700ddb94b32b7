using Nots.Application.Storage;
using Nots.Storage.Table;

namespace Nots.Storage.Entities;

/// <summary>Transactions on the single table.</summary>
internal sealed class TableTransactions(ITable table, TimeProvider time) : ITransactions
{
    public ITransaction Begin() => new TableTransaction(table, time.GetUtcNow());
}
