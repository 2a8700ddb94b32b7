using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Nots.Durable.Replay;

/// <summary>GUIDs (RFC 9562, version 8) that follow from the execution and a count: the same on every replay, never the same in two executions.</summary>
internal sealed class DeterministicGuids
{
    private readonly byte[] _seed;
    private int _count;

    public DeterministicGuids(string instanceId, int execution, DateTimeOffset startedAt) =>
        _seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{instanceId}\n{execution}\n{startedAt.UtcTicks}"));

    public Guid Next()
    {
        Span<byte> source = stackalloc byte[_seed.Length + sizeof(int)];
        _seed.CopyTo(source);
        BinaryPrimitives.WriteInt32BigEndian(source[_seed.Length..], ++_count);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
