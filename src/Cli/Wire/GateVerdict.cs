namespace Nots.Cli.Wire;

/// <summary>One gate's decision.</summary>
internal sealed record GateVerdict(string Gate, bool Passed, string Reason);
