namespace Nots.Application.Orchestration;

/// <summary>
/// The stable name of an activity, and the types of what goes in and comes out. The string is stored in histories: it never
/// changes, whatever happens to the class behind it.
/// </summary>
public sealed record ActivityName<TInput, TResult>(string Value);
