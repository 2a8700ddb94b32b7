using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nots.Application.Common;

namespace Nots.Storage.Cursors;

/// <summary>
/// A cursor is base64url of an HMAC-SHA256 and the position's JSON. The HMAC also covers the scope, so that a cursor of one
/// list, filter or caller is refused by another. The key is derived from the secret for this purpose alone (HKDF, RFC 5869).
/// </summary>
public sealed class SignedCursor : ICursorCodec
{
    /// <summary>Characters of the longest cursor.</summary>
    public const int MaxLength = 1024;

    /// <summary>Bytes of the shortest secret.</summary>
    public const int MinSecretBytes = 32;

    private static ReadOnlySpan<byte> Purpose => "nots/cursor/v1"u8;

    private readonly byte[] _signing;
    private readonly byte[]? _retiring;

    /// <param name="secret">Signs, and is accepted.</param>
    /// <param name="retiring">During a rotation: the other secret, accepted but not signed with.</param>
    /// <exception cref="ArgumentException">A secret has fewer than <see cref="MinSecretBytes"/> bytes.</exception>
    public SignedCursor(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> retiring = default)
    {
        _signing = Derive(secret);
        _retiring = retiring.IsEmpty ? null : Derive(retiring);
    }

    public string Encode<T>(string scope, T position)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(position, JsonSerializerOptions.Strict);
        var cursor = Base64Url.EncodeToString([.. Sign(_signing, scope, json), .. json]);
        return cursor.Length <= MaxLength
            ? cursor
            : throw new ArgumentException($"A cursor has at most {MaxLength} characters; this one would have {cursor.Length}.", nameof(position));
    }

    public bool TryDecode<T>(string scope, string cursor, [MaybeNullWhen(false)] out T position)
    {
        position = default;
        if (cursor is null || cursor.Length > MaxLength)
            return false;

        Span<byte> bytes = stackalloc byte[MaxLength];
        if (Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done || length <= HMACSHA256.HashSizeInBytes)
            return false;

        // Base64 has several texts for the same bytes (white space, padding, unused bits); only the one that we write is ours.
        if (Base64Url.EncodeToString(bytes[..length]) != cursor)
            return false;

        var json = bytes[HMACSHA256.HashSizeInBytes..length];
        return IsSigned(scope, bytes[..HMACSHA256.HashSizeInBytes], json) && TryRead(json, out position);
    }

    private static bool TryRead<T>(ReadOnlySpan<byte> json, [MaybeNullWhen(false)] out T position)
    {
        try
        {
            position = JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Strict);
            return position is not null;
        }
        catch (JsonException)
        {
            // Ours, but of another type: an older program's, say.
            position = default;
            return false;
        }
    }

    private static byte[] Derive(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < MinSecretBytes)
            throw new ArgumentException($"A cursor's secret has at least {MinSecretBytes} bytes; this one has {secret.Length}.", nameof(secret));

        var key = new byte[HMACSHA256.HashSizeInBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: [], Purpose);
        return key;
    }

    /// <summary>The scope's length comes first: no scope and position can pass for another pair.</summary>
    private static byte[] Sign(byte[] key, string scope, ReadOnlySpan<byte> json)
    {
        var text = Encoding.UTF8.GetBytes(scope);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(length);
        hmac.AppendData(text);
        hmac.AppendData(json);
        return hmac.GetHashAndReset();
    }

    private bool IsSigned(string scope, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> json) =>
        CryptographicOperations.FixedTimeEquals(signature, Sign(_signing, scope, json))
        || (_retiring is not null && CryptographicOperations.FixedTimeEquals(signature, Sign(_retiring, scope, json)));
}
