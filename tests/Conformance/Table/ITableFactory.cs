using Nots.Storage.Table;

namespace Nots.Conformance.Table;

/// <summary>Gives the suite a store to run over. One factory, one table; disposing it removes what it made.</summary>
public interface ITableFactory : IAsyncDisposable
{
    /// <summary>A new, empty table whose items expire by this clock.</summary>
    Task<ITable> CreateEmptyAsync(TimeProvider time);

    /// <summary>Closes the table and opens it again, as a new process would.</summary>
    Task<ITable> ReopenAsync();
}
