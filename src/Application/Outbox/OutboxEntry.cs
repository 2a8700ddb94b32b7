using System.Text;
using Nots.Domain.Common;

namespace Nots.Application.Outbox;

/// <summary>
/// That a booking changed and its orchestration is yet to hear of it. Written in the change's own transaction, removed once the
/// signal is raised; what is left behind by a crash is relayed every minute.
/// </summary>
public sealed record OutboxEntry : Entity
{
    public const int Shards = 16;

    public required string Id { get; init; }

    /// <summary>0 to 15; that of <see cref="ShardOf"/>.</summary>
    public required int Shard { get; init; }

    public required BookingId BookingId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the booking's orchestration had ended and must run again.</summary>
    public bool Reopen { get; init; }

    /// <summary>The shard of a booking's entries: the same in every process and version (FNV-1a, 32 bits).</summary>
    public static int ShardOf(BookingId bookingId)
    {
        var hash = 2_166_136_261;
        foreach (var octet in Encoding.UTF8.GetBytes(bookingId.Value))
            hash = unchecked((hash ^ octet) * 16_777_619);
        return (int)(hash % Shards);
    }
}
