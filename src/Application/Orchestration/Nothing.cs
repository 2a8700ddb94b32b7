namespace Nots.Application.Orchestration;

/// <summary>The result of an activity or orchestration, or the payload of an event, that has nothing to say.</summary>
public sealed record Nothing
{
    public static readonly Nothing Value = new();
}
