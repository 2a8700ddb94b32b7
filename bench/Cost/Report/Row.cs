namespace Nots.Cost.Bench.Report;

/// <summary>What an operation spends in a step of the life, or by itself.</summary>
internal sealed record Row(string Step, string Operation, Cost Cost);
