using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Nots.Infra.Tests.Workflows;

/// <summary>What the workflows may do, what they trust, and where they go.</summary>
public sealed partial class WorkflowTests
{
    [Fact]
    public async Task Actionlint_finds_nothing() =>
        (await Tool.LintAsync("actionlint.mjs", Directory.GetFiles(Repository.Path(".github", "workflows")))).IsClean();

    [Fact]
    public void There_are_those_of_the_runbook() =>
        Assert.Equal(["build-test", "deploy-api", "deploy-websites"], Workflow.All.Select(workflow => workflow.Name));

    [Fact]
    public void Every_action_is_pinned_by_its_commit_and_says_its_version()
    {
        var uses = Workflow.All.SelectMany(workflow => workflow.Text.Split('\n')).Select(line => line.Trim()).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    [Fact]
    public void An_action_is_of_one_commit_everywhere()
    {
        var commits = Workflow.All.SelectMany(workflow => Action().Matches(workflow.Text)).GroupBy(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.All(commits, action => Assert.Single(action.Distinct()));
    }

    [Fact]
    public void A_workflow_may_read_the_code_and_a_deployment_may_ask_for_a_token_besides()
    {
        Assert.All(Workflow.All, workflow => Assert.Equal("contents: read", Permissions(workflow.Body)));
        foreach (var (name, job) in Workflow.All.SelectMany(workflow => workflow.Jobs))
            Assert.Equal(job.Children.ContainsKey("environment") ? "contents: read, id-token: write" : null, job.Children.ContainsKey("permissions") ? Permissions(job) : null);
    }

    /// <summary>What packages run when something is built could otherwise ask for a cloud's token.</summary>
    [Fact]
    public void Nothing_is_built_or_tested_where_a_token_can_be_asked_for()
    {
        var trusted = Workflow.All.SelectMany(workflow => workflow.Jobs).Where(job => job.Value.Children.ContainsKey("permissions")).ToList();
        Assert.Equal(["azure", "aws", "deploy"], trusted.Select(job => job.Key));
        var commands = trusted.SelectMany(job => Workflow.Steps(job.Value)).Select(step => Workflow.Value(step, "run")).OfType<string>();
        Assert.All(commands, command => Assert.DoesNotMatch(Build(), command));
    }

    [Fact]
    public void No_workflow_has_a_secret_or_a_key() => Assert.All(Workflow.All, workflow =>
    {
        Assert.DoesNotContain("secrets.", workflow.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("access-key", workflow.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("creds:", workflow.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("publish-profile", workflow.Text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("deploy-api")]
    [InlineData("deploy-websites")]
    public void A_deployment_starts_from_the_branches_of_the_environments_one_at_a_time(string name)
    {
        var body = Workflow.Named(name).Body;
        var branches = (YamlSequenceNode)body["on"]["push"]["branches"];
        Assert.Equal(Facts.Branches.Keys, branches.Select(branch => ((YamlScalarNode)branch).Value!));
        Assert.Equal("false", (string?)body["concurrency"]["cancel-in-progress"]);
        Assert.Contains("${{ github.ref }}", (string)body["concurrency"]["group"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_branch_goes_to_its_environment_and_no_other_goes_anywhere()
    {
        foreach (var (branch, environment) in Facts.Branches)
        {
            var said = await Tool.RunAsync("bash", [Repository.Path("scripts", "environment"), branch]);
            said.IsClean();
            var parameters = await Azure.ArmTemplate.ParametersAsync(environment);
            Assert.Equal($"name={environment}\ndomain={parameters["domain"]!["value"]}\n", said.Output);
            Assert.Contains($"\"Domain={parameters["domain"]!["value"]}\"", Repository.Text("infra", "aws", "samconfig.toml"), StringComparison.Ordinal);
        }
        Assert.NotEqual(0, (await Tool.RunAsync("bash", [Repository.Path("scripts", "environment"), "feature/x"])).ExitCode);
    }

    [Fact]
    public void Every_deployment_is_asked_whether_it_works_and_goes_back_when_not()
    {
        foreach (var (name, job) in Workflow.All.SelectMany(workflow => workflow.Jobs).Where(job => job.Value.Children.ContainsKey("environment")))
        {
            var steps = Workflow.Steps(job).Select(step => (Name: Workflow.Value(step, "name"), If: Workflow.Value(step, "if"))).ToList();
            var order = steps.Select(step => step.Name).Where(step => step is not null and ("Deploy" or "Smoke test" or "Go back to what ran before" or "Go back to what was there before")).ToList();
            Assert.Equal(["Deploy", "Smoke test"], order.Take(2));
            Assert.True(order.Count == 3, $"{name} does not go back.");
            Assert.StartsWith("failure() && ", steps.Single(step => step.Name == order[2]).If, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_deployed_has_passed_the_tests()
    {
        var jobs = Workflow.Named("deploy-api").Jobs.ToDictionary();
        Assert.Equal("./.github/workflows/build-test.yml", Workflow.Value(jobs["test"], "uses"));
        Assert.Equal("test", Workflow.Value(jobs["package"], "needs"));
        Assert.Contains("package", jobs["azure"]["needs"].ToString(), StringComparison.Ordinal);
        Assert.Contains("test", jobs["aws"]["needs"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_that_a_workflow_names_is_there_and_can_be_run()
    {
        var named = Workflow.All.SelectMany(workflow => File().Matches(workflow.Text)).Select(match => match.Value).Distinct().ToList();
        Assert.True(named.Count >= 6);
        Assert.All(named, file => Assert.True(System.IO.File.Exists(Repository.Path(file)), $"{file} is not there."));
        if (OperatingSystem.IsWindows())
            return;
        foreach (var script in named.Where(file => file.StartsWith("scripts/", StringComparison.Ordinal)))
            Assert.True(System.IO.File.GetUnixFileMode(Repository.Path(script)).HasFlag(UnixFileMode.UserExecute), $"{script} cannot be run.");
    }

    [Fact]
    public void Every_variable_that_a_workflow_takes_from_github_is_in_the_page()
    {
        var page = Repository.Text("docs", "deployment.md");
        var variables = Workflow.All.SelectMany(workflow => Variable().Matches(workflow.Text)).Select(match => match.Groups[1].Value).Distinct();
        Assert.All(variables, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_job_ends_by_itself() =>
        Assert.All(Workflow.All.SelectMany(workflow => workflow.Jobs).Where(job => !job.Value.Children.ContainsKey("uses")), job => Assert.NotNull(Workflow.Value(job.Value, "timeout-minutes")));

    private static string Permissions(YamlMappingNode node) => string.Join(", ", ((YamlMappingNode)node["permissions"]).Select(permission => $"{permission.Key}: {permission.Value}"));

    [GeneratedRegex(@"^(- )?uses: (\./\.github/workflows/[a-z-]+\.yml|[\w.-]+/[\w.-]+@[0-9a-f]{40} # v[0-9]+(\.[0-9]+)*)\z")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"uses: ([\w.-]+/[\w.-]+)@(\S+)")]
    private static partial Regex Action();

    [GeneratedRegex(@"\b(scripts/[a-z-]+)|(?<=\./)(\.github/workflows/[a-z-]+\.yml)")]
    private static partial Regex File();

    [GeneratedRegex(@"\b(npm|npx|node|dotnet)\s|\./(test|run)\b")]
    private static partial Regex Build();

    [GeneratedRegex(@"\bvars\.([A-Z_]+)")]
    private static partial Regex Variable();
}
