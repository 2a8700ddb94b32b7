using Nots.Api.Paging;

namespace Nots.Api.Drivers;

/// <summary>A page of drivers.</summary>
internal sealed record DriversAnswer(IReadOnlyList<DriverAnswer> Drivers, PaginationAnswer Pagination);
