using System.Diagnostics.CodeAnalysis;
using Nots.Functions.StandInHost.Worker.Protocol;

namespace Nots.Functions.StandInHost.Worker;

/// <summary>The worker ended, or lost its connection, before it answered.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Thrown here alone, always with a message.")]
public sealed class WorkerLostException(string message) : Exception(message);

/// <summary>The worker cannot be started, or refuses what the host asks of it.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Thrown here alone, always with a message.")]
public sealed class WorkerStartException(string message) : Exception(message);

/// <summary>A function ended with an exception.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Made of what the worker reports.")]
public sealed class FunctionFailedException : Exception
{
    internal FunctionFailedException(string function, RpcException? fault)
        : base(fault?.Message ?? $"Function '{function}' failed without a reason.")
    {
        Type = fault?.Type is { Length: > 0 } type ? type : nameof(FunctionFailedException);
        WorkerStackTrace = fault?.StackTrace;
    }

    /// <summary>The exception's type in the worker.</summary>
    public string Type { get; }

    /// <summary>Where in the worker it was thrown.</summary>
    public string? WorkerStackTrace { get; }
}
