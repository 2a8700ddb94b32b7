namespace Nots.Domain.Dispatch;

/// <summary>One gate's decision.</summary>
/// <param name="Gate">One of <see cref="Dispatch.Gate"/>.</param>
/// <param name="Reason">For the dispatcher; no passenger's data.</param>
public sealed record GateVerdict(string Gate, bool Passed, string Reason);
