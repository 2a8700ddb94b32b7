using Nots.Api.Paging;

namespace Nots.Api.Vehicles;

/// <summary>A page of vehicles.</summary>
internal sealed record VehiclesAnswer(IReadOnlyList<VehicleAnswer> Vehicles, PaginationAnswer Pagination);
