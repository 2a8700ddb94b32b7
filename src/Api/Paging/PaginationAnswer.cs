namespace Nots.Api.Paging;

/// <summary>Where a list stands, and where it goes on.</summary>
/// <param name="NextCursor">For the next page of the same list with the same filters; null at the end.</param>
internal sealed record PaginationAnswer(int Limit, string? NextCursor, bool HasMore)
{
    public static PaginationAnswer Of(int limit, string? nextCursor) => new(limit, nextCursor, nextCursor is not null);
}
