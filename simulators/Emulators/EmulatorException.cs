namespace Nots.Emulators;

/// <summary>An emulator is not installed or does not start; the message says what to do.</summary>
public sealed class EmulatorException(string message, Exception? inner = null) : Exception(message, inner);
