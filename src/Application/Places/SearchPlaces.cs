using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Places;

namespace Nots.Application.Places;

/// <summary>Looks up addresses for the quote form.</summary>
public sealed class SearchPlaces(IRoutePlanner planner)
{
    public const int MinTextLength = 3;

    /// <param name="text">What was typed so far; null when nothing was sent.</param>
    /// <param name="faults">Found while the request was read.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Result<IReadOnlyList<Place>>> ExecuteAsync(string? text, FaultList faults, CancellationToken cancellationToken)
    {
        var typed = text?.Trim();
        if (faults.Require("q", typed) && typed!.Length < MinTextLength)
            faults.Add("q", "length", $"q must have at least {MinTextLength} characters.");
        if (faults.Any)
            return faults.ToRefusal();
        return (await planner.SearchAsync(typed!, cancellationToken)).ToList();
    }
}
