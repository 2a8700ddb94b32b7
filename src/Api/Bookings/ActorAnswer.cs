using System.Text.Json.Serialization;
using Nots.Api.Json;
using Nots.Domain.Common;

namespace Nots.Api.Bookings;

/// <summary>Who did something; for staff.</summary>
internal sealed record ActorAnswer(
    [property: WireNames<ActorKind>] string Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id)
{
    public static ActorAnswer Of(Actor actor) => new(Wire.Name(actor.Kind), actor.Id);
}
