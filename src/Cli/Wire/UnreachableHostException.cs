namespace Nots.Cli.Wire;

/// <summary>Nothing answers where the platform, or the Stripe simulator, should be. The message says what to do.</summary>
public sealed class UnreachableHostException(string message, Exception? cause = null) : Exception(message, cause);
