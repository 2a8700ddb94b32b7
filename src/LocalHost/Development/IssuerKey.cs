using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Nots.LocalHost.Data;

namespace Nots.LocalHost.Development;

/// <summary>The key that the development issuer signs with (ECDSA on P-256), kept in the data folder so that tokens outlive a restart.</summary>
internal sealed class IssuerKey : IDisposable
{
    private readonly ECDsa _key;

    private IssuerKey(ECDsa key)
    {
        _key = key;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var id = Base64UrlEncoder.Encode(SHA256.HashData([.. parameters.Q.X!, .. parameters.Q.Y!]))[..16];
        Signing = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = id }, SecurityAlgorithms.EcdsaSha256);
        Public = new Dictionary<string, string>
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.EcdsaSha256,
            ["crv"] = "P-256",
            ["kid"] = id,
            ["x"] = Base64UrlEncoder.Encode(parameters.Q.X),
            ["y"] = Base64UrlEncoder.Encode(parameters.Q.Y),
        };
    }

    public SigningCredentials Signing { get; }

    /// <summary>The public half as a JSON Web Key (RFC 7517).</summary>
    public IReadOnlyDictionary<string, string> Public { get; }

    /// <exception cref="StartFailedException">The file is not a key.</exception>
    public static IssuerKey In(DataFolder folder)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(SecretFile.ReadOrMake(folder.IssuerKeyFile, Make), out _);
            return new IssuerKey(key);
        }
        catch (CryptographicException fault)
        {
            key.Dispose();
            throw new StartFailedException($"{folder.IssuerKeyFile} is not a key: delete it, and sign in again. ({fault.Message})", fault);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    public void Dispose() => _key.Dispose();

    private static byte[] Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}
