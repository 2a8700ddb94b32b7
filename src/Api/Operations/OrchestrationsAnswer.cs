using Nots.Api.Paging;

namespace Nots.Api.Operations;

/// <summary>A page of orchestration instances.</summary>
internal sealed record OrchestrationsAnswer(IReadOnlyList<OrchestrationAnswer> Orchestrations, PaginationAnswer Pagination);
