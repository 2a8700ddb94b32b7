using System.ComponentModel.DataAnnotations;
using Nots.Api.Json;
using Nots.Domain.Bookings;

namespace Nots.Api.Bookings;

/// <summary>The shape of a booking request. It documents what <see cref="BookingsCreate"/> reads.</summary>
internal sealed record BookingBody
{
    public required string QuoteId { get; init; }

    public required CustomerBody Customer { get; init; }

    [MaxLength(500)]
    public string? PickupInstructions { get; init; }

    [MaxLength(500)]
    public string? DropoffInstructions { get; init; }

    [MaxLength(500)]
    public string? SpecialRequirements { get; init; }

    [WireNames<PaymentMethod>]
    public required string PaymentMethod { get; init; }
}
