namespace Nots.LocalHost.Ops;

/// <summary>How a step ended.</summary>
internal enum StepState
{
    Open,
    Done,
    Failed,
    Cancelled,
}
