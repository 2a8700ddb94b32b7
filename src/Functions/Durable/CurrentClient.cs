using Microsoft.DurableTask.Client;

namespace Nots.Functions.Durable;

/// <summary>
/// The durable client of the running function. The host hands it to each call of a function; what is called from there finds it
/// here, wherever in the same flow of control it is.
/// </summary>
public sealed class CurrentClient
{
    private readonly AsyncLocal<DurableTaskClient?> _client = new();

    /// <exception cref="InvalidOperationException">The running function does not ask for a durable client.</exception>
    public DurableTaskClient Value => _client.Value
        ?? throw new InvalidOperationException("This function has no durable client: it needs a [DurableClient] parameter, and to hand it on.");

    /// <summary>For what the caller calls from here on; call it from an <c>async</c> method, whose end undoes it.</summary>
    public void Set(DurableTaskClient client) => _client.Value = client;
}
