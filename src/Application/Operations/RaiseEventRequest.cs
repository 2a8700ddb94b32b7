using System.Text.Json;

namespace Nots.Application.Operations;

/// <summary>An event to raise, as it was sent.</summary>
public sealed record RaiseEventRequest : ControlRequest
{
    /// <summary>Any JSON; the event has no payload unless told.</summary>
    public JsonElement? Payload { get; init; }
}
