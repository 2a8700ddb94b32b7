using Nots.Application.Common;

namespace Nots.Api.Paging;

/// <summary>Where a list stands, and where it goes on.</summary>
/// <param name="NextCursor">For the next page of the same list with the same filters; null at the end.</param>
internal sealed record PaginationResponse(int Limit, string? NextCursor, bool HasMore)
{
    /// <param name="limit">As asked for.</param>
    /// <param name="next">Where the next page starts; null at the end.</param>
    /// <param name="cursors">Writes it down.</param>
    /// <param name="scope">What the cursor is good for.</param>
    public static PaginationResponse From<TPosition>(int limit, TPosition? next, ICursorCodec cursors, string scope)
        where TPosition : class => new(limit, next is null ? null : cursors.Encode(scope, next), next is not null);
}
