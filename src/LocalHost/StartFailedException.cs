namespace Nots.LocalHost;

/// <summary>The platform cannot start; the message tells whoever started it what to do.</summary>
internal sealed class StartFailedException(string message, Exception? inner = null) : Exception(message, inner);
