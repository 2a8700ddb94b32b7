using System.Text.Json.Serialization.Metadata;

namespace Nots.Api.Pipeline;

/// <summary>What hosts, documentation and the pipeline need to know of an operation. One object for each, compared by identity.</summary>
public sealed class EndpointInfo
{
    private const int JsonBodyLimit = 1024 * 1024;

    /// <summary>Stable, as an operator would look for it: <c>quotes-create</c>. The function of this name is the same operation.</summary>
    public required string Name { get; init; }

    /// <summary>The feature it belongs to.</summary>
    public required string Tag { get; init; }

    public required string Method { get; init; }

    /// <summary>Without a leading slash; parameters in braces, one to a segment.</summary>
    public required string Route { get; init; }

    public required string Summary { get; init; }

    public required Access Access { get; init; }

    /// <summary>The class that carries it out.</summary>
    public required Type Handler { get; init; }

    /// <summary>Whether requests count against the caller's limit.</summary>
    public bool Limited { get; init; } = true;

    public BodyKind Body { get; init; }

    /// <summary>Bytes of the longest body.</summary>
    public int BodyLimit { get; init; } = JsonBodyLimit;

    /// <summary>The query parameters it understands; others are refused. Null: the query is not looked at.</summary>
    public IReadOnlyList<ParameterInfo>? Query { get; init; } = [];

    /// <summary>The request headers it understands beyond those of every operation.</summary>
    public IReadOnlyList<ParameterInfo> Headers { get; init; } = [];

    /// <summary>The shape of the JSON body; null where there is none.</summary>
    public JsonTypeInfo? RequestShape { get; init; }

    /// <summary>The shape of the JSON answer; null where it is not JSON of ours.</summary>
    public JsonTypeInfo? ResponseShape { get; init; }

    /// <summary>The status of success.</summary>
    public int Success { get; init; } = 200;

    /// <summary>Statuses of refusals beyond those that follow from the rest.</summary>
    public IReadOnlyList<int> Refusals { get; init; } = [];

    public override string ToString() => $"{Method} /{Route}";
}
