using System.Text.RegularExpressions;

namespace Nots.Infra.Tests;

/// <summary>The image, as far as it can be known without a container engine.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("Dockerfile"));

    [Fact]
    public async Task Dockers_language_service_finds_nothing() => (await Tool.LintAsync("dockerfile.mjs", Repository.Path("Dockerfile"))).IsClean();

    [Fact]
    public void It_is_of_the_functions_host_for_isolated_net_10() =>
        Assert.Contains("ARG FUNCTIONS_HOST=mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0", Lines);

    [Fact]
    public void It_is_built_on_any_machine_for_any_other() =>
        Assert.Contains(Lines, line => line.StartsWith("FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0", StringComparison.Ordinal));

    [Fact]
    public void It_does_not_run_as_root() => Assert.Equal("USER app", Lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));

    /// <summary>Outside App Service the host keeps its keys beside its own files (<c>WebScriptHostConfigurationSource</c>), which are root's.</summary>
    [Fact]
    public void The_host_may_write_where_it_keeps_its_keys()
    {
        var folder = Lines.Select(line => KeysFolder().Match(line)).Single(match => match.Success).Groups[1].Value;
        Assert.Contains(Lines, line => line.StartsWith("COPY ", StringComparison.Ordinal) && line.Contains("--chown=app:app", StringComparison.Ordinal) && line.EndsWith($" {folder}", StringComparison.Ordinal));
    }

    /// <summary>A command of the target would have to run on the machine that builds.</summary>
    [Fact]
    public void Nothing_is_run_in_the_image_of_another_kind_of_machine() =>
        Assert.DoesNotContain(Lines.SkipWhile(line => line != "FROM $FUNCTIONS_HOST"), line => line.StartsWith("RUN", StringComparison.Ordinal));

    [Fact]
    public void The_host_is_the_process_that_is_told_to_stop() =>
        Assert.Equal("""CMD ["/azure-functions-host/Microsoft.Azure.WebJobs.Script.WebHost"]""", Lines.Last(line => line.Length > 0));

    [Fact]
    public void It_is_made_of_nothing_but_what_it_names()
    {
        var ignored = File.ReadAllLines(Repository.Path(".dockerignore"));
        Assert.Equal("**", ignored.First(line => !line.StartsWith('#')));
        var named = ignored.Where(line => line.StartsWith('!')).Select(line => line[1..].Replace("/**", "", StringComparison.Ordinal));
        Assert.All(named, name => Assert.True(Path.Exists(Repository.Path(name)), $"{name} is not there."));
    }

    [Fact]
    public void It_is_made_of_all_that_the_project_names()
    {
        var ignored = File.ReadAllLines(Repository.Path(".dockerignore"));
        var named = OutsideFile().Matches(Repository.Text("src", "Functions", "Nots.Functions.csproj")).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains("host.json", named);
        Assert.All(named.Where(name => File.Exists(Repository.Path(name))), name => Assert.Contains($"!{name}", ignored));
    }

    [GeneratedRegex(@"\bFUNCTIONS_SECRETS_PATH=(\S+)")]
    private static partial Regex KeysFolder();

    [GeneratedRegex(@"Include=""\.\./\.\./([\w.]+)""")]
    private static partial Regex OutsideFile();
}
