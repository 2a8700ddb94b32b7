using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Store;

/// <summary>What an instance's next execution starts with.</summary>
internal sealed record Renewal(
    string Name,
    string? Input,
    OrchestrationStatus Status,
    TaskKey? Parent,
    bool KeepCustomStatus = false,
    IReadOnlyList<UnreadEvent>? Unread = null);
