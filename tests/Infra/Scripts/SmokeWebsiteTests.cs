using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Nots.Infra.Tests.Scripts;

/// <summary><c>scripts/smoke-website</c> believes an address only when it shows what was deployed.</summary>
public sealed class SmokeWebsiteTests : IAsyncLifetime
{
    private const string Page = """<html><script type="module" src="/assets/index-1a2b.js"></script><a href="/about">About</a><a href="https://elsewhere.test/x.js">x</a></html>""";

    private readonly DirectoryInfo _site = Directory.CreateTempSubdirectory("nots-site-");
    private readonly Dictionary<string, string> _answers = new() { ["/"] = Page, ["/assets/index-1a2b.js"] = "run()" };
    private WebApplication? _server;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_site.FullName, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_site.FullName, "index.html"), Page);
        await File.WriteAllTextAsync(Path.Combine(_site.FullName, "assets", "index-1a2b.js"), "run()");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        // As CloudFront does for an application: a page that is no file is the start page.
        _server.Run(context => context.Response.WriteAsync(_answers.GetValueOrDefault(context.Request.Path.Value!, _answers["/"])));
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _site.Delete(recursive: true);
    }

    [Fact]
    public async Task A_site_that_shows_what_was_deployed_is_believed() => (await AskAsync()).IsClean();

    [Fact]
    public async Task Yesterdays_page_is_not_believed()
    {
        _answers["/"] = Page.Replace("1a2b", "9f9f", StringComparison.Ordinal);
        var said = await AskAsync();
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("is not the page that was deployed", said.Faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_its_parts_is_not_believed_though_each_answer_is_200()
    {
        _answers.Remove("/assets/index-1a2b.js");
        var said = await AskAsync();
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("/assets/index-1a2b.js is not the file that was deployed", said.Faults, StringComparison.Ordinal);
    }

    private Task<Finding> AskAsync() => Tool.RunAsync("bash", [Repository.Path("scripts", "smoke-website"), _server!.Urls.Single(), _site.FullName, "0"]);
}
