namespace Nots.Api.Status;

/// <summary>Something that must be in order before the platform can serve. A host registers one for each.</summary>
public interface IReadinessCheck
{
    /// <summary>For operators: <c>table</c>, <c>orchestrations</c>.</summary>
    string Name { get; }

    /// <summary>Completes when it is in order; an exception says what is not, for the log.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}
