using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Nots.DynamoDb.Bench;

/// <summary>
/// An HTTP server in a process of its own that answers every request as DynamoDB Local answered one of its kind, at once: with it the
/// client is all that there is to measure.
/// </summary>
internal sealed class Stub : IAsyncDisposable
{
    /// <summary>The argument that makes this program the stub.</summary>
    public const string Argument = "stub";

    private readonly Process _process;

    private Stub(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    /// <param name="folder">With the recorded answers.</param>
    public static async Task<Stub> StartAsync(string folder)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Stub).Assembly.Location, Argument, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The stub did not start.");
        return new Stub(process, new Uri(address));
    }

    /// <summary>Answers until its standard input ends, which it does with whoever started it.</summary>
    public static async Task RunAsync(string folder)
    {
        var answers = Directory.GetFiles(folder, "*.crc32").Select(crc => crc[..^6]).ToDictionary(
            file => Path.GetFileName(file), file => (Body: File.ReadAllBytes(file), Crc32: File.ReadAllText(file + ".crc32")));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.BodyReader.CopyToAsync(Stream.Null);
            var (body, crc32) = answers[context.Request.Headers["X-Amz-Target"]!];
            context.Response.Headers["x-amz-crc32"] = crc32;
            context.Response.ContentType = "application/x-amz-json-1.0";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.First());
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
