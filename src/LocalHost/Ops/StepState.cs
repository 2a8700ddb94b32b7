namespace Nots.LocalHost.Ops;

/// <summary>How a step ended.</summary>
internal enum StepState
{
    Open,
    Done,
    Failed,

    /// <summary>A timer whose end nobody waits for any more.</summary>
    Cancelled,
}
