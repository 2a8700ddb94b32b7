namespace Nots.Durable;

/// <summary>The durable engine is stopped, or has not been started. Whether a change asked for just before was made is not known.</summary>
public sealed class EngineStoppedException() : InvalidOperationException("The durable engine is not running.");
