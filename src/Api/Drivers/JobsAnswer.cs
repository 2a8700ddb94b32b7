using Nots.Api.Bookings;
using Nots.Api.Paging;

namespace Nots.Api.Drivers;

/// <summary>A page of a driver's jobs.</summary>
internal sealed record JobsAnswer(IReadOnlyList<BookingAnswer> Jobs, PaginationAnswer Pagination);
