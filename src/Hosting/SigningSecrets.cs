using System.Buffers.Text;
using Nots.Application.Common;

namespace Nots.Hosting;

/// <summary>The setting <c>SigningSecrets</c>: what links and cursors are signed with, in base64. The first signs, all of them verify.</summary>
public static class SigningSecrets
{
    private const int ShortestSecret = 32;

    /// <summary>All faults, one sentence each; empty when there is none.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<string> secrets)
    {
        if (secrets.Any(secret => !Base64.IsValid(secret, out var bytes) || bytes < ShortestSecret))
            yield return $"SigningSecrets must each be {ShortestSecret} bytes or more in base64, as 'openssl rand -base64 32' makes them.";
    }

    /// <summary>Of secrets without faults.</summary>
    public static SigningKeys Keys(IReadOnlyList<string> secrets) => new([.. secrets.Select(Convert.FromBase64String)]);
}
