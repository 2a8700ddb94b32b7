using Nots.Api.Paging;

namespace Nots.Api.Bookings;

/// <summary>A page of bookings.</summary>
internal sealed record BookingsAnswer(IReadOnlyList<BookingAnswer> Bookings, PaginationAnswer Pagination);
