namespace Nots.Domain.Dispatch;

/// <summary>The rules of dispatch that are settings.</summary>
/// <param name="TravelBuffer">Between two jobs of one driver or vehicle.</param>
/// <param name="DocumentMargin">How long beyond the estimated end documents must hold.</param>
public sealed record DispatchRules(TimeSpan TravelBuffer, TimeSpan DocumentMargin);
