namespace Nots.LocalHost.Durable;

/// <summary>What keeps the orchestrations, there for as long as the platform runs.</summary>
internal interface IDurableBackend : IAsyncDisposable
{
    /// <summary>For whoever started the platform.</summary>
    string Description { get; }

    /// <summary>Registers the backend, and what keeps it running.</summary>
    void AddTo(IServiceCollection services);
}
