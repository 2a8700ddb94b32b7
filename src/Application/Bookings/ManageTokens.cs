using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Nots.Application.Common;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>
/// The unguessable token that lets somebody without an account read and cancel one booking. It is computed from the booking's
/// id under a secret, so the link can be put in every message and nothing is stored that could leak.
/// </summary>
public sealed class ManageTokens(SigningKeys keys)
{
    private const string Purpose = "manage-booking:";

    public string For(BookingId bookingId) => Base64Url.EncodeToString(Mac(keys.Keys[0], bookingId));

    /// <summary>Whether a token was made for this booking under a key in force.</summary>
    public bool Matches(BookingId bookingId, string? token)
    {
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (token is null || Base64Url.DecodeFromChars(token, sent, out _, out var length) != OperationStatus.Done || length != sent.Length)
            return false;
        var matches = false;
        foreach (var key in keys.Keys)
            matches |= CryptographicOperations.FixedTimeEquals(Mac(key, bookingId), sent);
        return matches;
    }

    private static byte[] Mac(byte[] key, BookingId bookingId) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Purpose + bookingId));
}
