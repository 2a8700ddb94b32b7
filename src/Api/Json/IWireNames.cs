namespace Nots.Api.Json;

/// <summary>The names that a text may be.</summary>
internal interface IWireNames
{
    IReadOnlyCollection<string> Names { get; }
}
