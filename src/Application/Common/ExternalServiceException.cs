namespace Nots.Application.Common;

/// <summary>A service that the platform depends on failed or did not answer, after the adapter's own retries.</summary>
/// <param name="service">Its name, for people.</param>
/// <param name="message">What went wrong, without secrets or personal data.</param>
/// <param name="transient">Whether trying again later may help.</param>
/// <param name="inner">The cause.</param>
public sealed class ExternalServiceException(string service, string message, bool transient, Exception? inner = null)
    : Exception($"{service}: {message}", inner)
{
    public string Service { get; } = service;

    public bool Transient { get; } = transient;
}
