namespace Nots.Application.Orchestration;

/// <summary>An activity as an engine runs it, inside a service scope of its own: JSON in, JSON out.</summary>
public sealed record ActivityRegistration(
    string Name, TimeSpan Timeout, Func<IServiceProvider, string?, CancellationToken, Task<string?>> Run);
