using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Nots.Integrations.Tests.Mail;

/// <summary>Mail servers that want a password and refuse by the recipient's name: see <c>servers/refusing.mjs</c>.</summary>
public sealed class RefusingMailServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-mail-certificate-");
    private string? _hash;
    private MailServer? _server;

    /// <summary>Trusts the servers' own certificate and no other.</summary>
    public RemoteCertificateValidationCallback Trust => (_, certificate, _, _) => certificate?.GetCertHashString() == _hash;

    public int PortOf(string name) => _server!.Ports[name];

    public Task<JsonElement> ReadAsync(CancellationToken cancellationToken) => _server!.ReadAsync(cancellationToken);

    public async ValueTask InitializeAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _hash = certificate.GetCertHashString();
        _server = await MailServer.StartAsync(
            "refusing.mjs", await WriteAsync("certificate.pem", certificate.ExportCertificatePem()), await WriteAsync("key.pem", key.ExportPkcs8PrivateKeyPem()));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
