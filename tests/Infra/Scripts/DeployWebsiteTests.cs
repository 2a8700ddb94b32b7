namespace Nots.Infra.Tests.Scripts;

/// <summary><c>scripts/deploy-website</c> puts a site into its bucket such that another can take its place, and be taken back.</summary>
public sealed class DeployWebsiteTests : IDisposable
{
    private const string Forever = "public, max-age=31536000, immutable";

    private readonly FakeTools _aws = new("""[[ $1 != cloudformation ]] || echo "${OUTPUT:-E1234567890ABC}" """, "aws");
    private readonly DirectoryInfo _site = Directory.CreateTempSubdirectory("nots-site-");

    public DeployWebsiteTests() => File.WriteAllText(Path.Combine(_site.FullName, "index.html"), "<html></html>");

    public void Dispose()
    {
        _aws.Dispose();
        _site.Delete(recursive: true);
    }

    /// <summary>To synchronise leaves out what has the same size and is not newer: the page of yesterday, when a release is called back.</summary>
    [Fact]
    public async Task Every_file_is_copied_though_the_one_there_has_its_size_and_is_newer()
    {
        await DeployAsync();
        var copies = _aws.Calls.Where(call => call.StartsWith("aws s3 cp ", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, copies.Count);
        Assert.All(copies, copy => Assert.StartsWith($"aws s3 cp {_site.FullName} s3://nots-website-dev --recursive ", copy, StringComparison.Ordinal));
        Assert.Single(_aws.Calls, call => call.StartsWith("aws s3 sync ", StringComparison.Ordinal) && call.Contains("--delete --size-only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_has_its_content_in_its_name_is_kept_by_browsers_for_a_year()
    {
        await DeployAsync();
        var copies = _aws.Calls.Where(call => call.StartsWith("aws s3 cp ", StringComparison.Ordinal)).ToList();
        Assert.EndsWith($"--exclude * --include _next/static/* --include assets/* --cache-control {Forever}", copies[0], StringComparison.Ordinal);
        Assert.EndsWith("--exclude _next/static/* --exclude assets/* --exclude *.html --cache-control no-cache", copies[1], StringComparison.Ordinal);
        Assert.EndsWith("--exclude * --include *.html --cache-control no-cache", copies[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_old_goes_when_the_new_pages_are_there_and_cloudfront_forgets_it()
    {
        await DeployAsync();
        Assert.Equal(["aws s3 sync", "aws cloudfront create-invalidation"], _aws.Commands(3).TakeLast(2));
        Assert.Contains("--distribution-id E1234567890ABC --paths /*", _aws.Calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_without_the_distribution_changes_nothing()
    {
        var said = await RunAsync(KeyValuePair.Create("OUTPUT", "None"));
        Assert.Equal(2, said.ExitCode);
        Assert.Contains("has no output WebsiteDistribution", said.Faults, StringComparison.Ordinal);
        Assert.DoesNotContain(_aws.Calls, call => call.StartsWith("aws s3 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_without_a_start_page_changes_nothing()
    {
        File.Delete(Path.Combine(_site.FullName, "index.html"));
        Assert.Equal(2, (await RunAsync()).ExitCode);
        Assert.Empty(_aws.Calls);
    }

    private async Task DeployAsync() => (await RunAsync()).IsClean();

    private Task<Finding> RunAsync(params IEnumerable<KeyValuePair<string, string>> environment) => Tool.RunAsync(
        "bash",
        [Repository.Path("scripts", "deploy-website"), "dev", _site.FullName, "s3://nots-website-dev", "WebsiteDistribution"],
        environment.Append(_aws.OnPath));
}
