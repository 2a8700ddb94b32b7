using System.Text.RegularExpressions;
using Nots.Infra.Tests.Aws;
using Nots.Infra.Tests.Azure;

namespace Nots.Infra.Tests;

/// <summary>What <c>docs/deployment.md</c> tells somebody to type is a command, and names what there is.</summary>
public sealed partial class DeploymentPageTests
{
    private static readonly string Page = Repository.Text("docs", "deployment.md");

    /// <summary>A person's attributes, and a connection string: no parameters of ours.</summary>
    private static readonly string[] OthersNames = ["Name", "Value", "UseDevelopmentStorage"];

    [Fact]
    public async Task Every_command_is_such_as_a_shell_takes()
    {
        var blocks = Block().Matches(Page).Select(match => match.Groups[1].Value).ToList();
        Assert.True(blocks.Count > 10);
        foreach (var block in blocks)
            (await Tool.RunAsync("bash", ["-n", "-c", block])).IsClean();
    }

    [Fact]
    public void Every_parameter_that_it_names_is_one_of_a_template()
    {
        var known = CloudFormationTemplate.Load("template.yaml").Parameters.Concat(CloudFormationTemplate.Load("bootstrap.yaml").Parameters).Select(parameter => parameter.Key).ToHashSet();
        var named = Parameter().Matches(Page).Select(match => match.Groups[1].Value).Except(OthersNames).ToHashSet();
        Assert.Superset(new HashSet<string> { "RunsApp", "CreateGitHubProvider", "AzureAudience", "StandbyRegion", "Rotation" }, named);
        Assert.Subset(known, named);
    }

    [Fact]
    public void Every_output_that_it_reads_is_one_of_a_stack()
    {
        var read = Output().Matches(Page).Select(match => (Stack: match.Groups[1].Value, Output: match.Groups[2].Value)).ToList();
        Assert.True(read.Count >= 4);
        Assert.All(read, one => Assert.Contains(one.Output, CloudFormationTemplate.Load(one.Stack == "api" ? "template.yaml" : "bootstrap.yaml").Outputs.Select(output => output.Key)));
    }

    [Fact]
    public async Task Every_output_of_azures_bootstrap_that_it_names_is_there()
    {
        var outputs = (await ArmTemplate.BuildAsync("bootstrap.bicep")).Body["outputs"]!.AsObject();
        Assert.All((string[])["deployerClientId", "identityPrincipalId"], name => Assert.True(Page.Contains($"output `{name}`", StringComparison.Ordinal) && outputs.ContainsKey(name), name));
    }

    [Fact]
    public void Every_secret_that_the_app_is_given_is_put_somewhere()
    {
        var exports = Deployed().Matches(Repository.Text("infra", "aws", "app.yaml")).Select(match => match.Groups[1].Value).Where(name => !name.EndsWith("-previous", StringComparison.Ordinal)).Distinct();
        var put = Put().Matches(Page).Select(match => match.Groups[1].Value.Replace('/', '-')).ToHashSet();
        Assert.Superset(exports.ToHashSet(), put);
    }

    [GeneratedRegex(@"^ *```sh\n(.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<=[ ""`])([A-Z][a-z][A-Za-z]+)=")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"output ""nots-(api|bootstrap)-\$environment"" (\w+)")]
    private static partial Regex Output();

    [GeneratedRegex(@"'Fn::ImportValue': !Sub '(nots-(?:stripe|signing|smtp)-[a-z-]+)-\$\{Environment\}'")]
    private static partial Regex Deployed();

    [GeneratedRegex(@"\b(?:ask|put) (nots/[a-z/-]+)")]
    private static partial Regex Put();
}
