namespace Nots.LocalHost.Stores;

/// <summary>What the table is kept in, open for as long as the platform runs.</summary>
internal interface ITableStore : IAsyncDisposable
{
    /// <summary>Whether it is on this machine: seeded when it is empty.</summary>
    bool IsLocal { get; }

    /// <summary>For whoever started the platform.</summary>
    string Description { get; }

    /// <summary>Registers the table, and what keeps it running.</summary>
    void AddTo(IServiceCollection services);
}
