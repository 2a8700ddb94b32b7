using System.Text.RegularExpressions;

namespace Nots.Infra.Tests.Aws;

/// <summary><c>samconfig.toml</c> has each environment, under the runbook's names, with what the template asks for.</summary>
public sealed partial class DeploymentConfigurationTests
{
    private static readonly string Text = Repository.Text("infra", "aws", "samconfig.toml");

    [Fact]
    public void It_has_the_three_environments() =>
        Assert.Equal(Facts.Environments, Section().Matches(Text).Select(match => match.Groups[1].Value));

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("production")]
    public void An_environments_stack_bucket_and_parameters_are_its_own(string environment)
    {
        var section = Text.Split($"[{environment}.deploy.parameters]")[1].Split("\n[")[0];
        Assert.Contains($"stack_name = \"nots-api-{environment}\"", section, StringComparison.Ordinal);
        Assert.Contains($"s3_bucket = \"nots-deployments-{environment}\"", section, StringComparison.Ordinal);
        Assert.Contains("region = \"eu-west-2\"", section, StringComparison.Ordinal);
        Assert.Contains($"\"Environment={environment}\"", section, StringComparison.Ordinal);
        Assert.DoesNotContain(Facts.Environments.Where(other => other != environment), other => section.Contains($"{other}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("production")]
    public void It_gives_every_parameter_without_a_default_and_none_that_is_not_there(string environment)
    {
        var section = Text.Split($"[{environment}.deploy.parameters]")[1].Split("\n[")[0];
        var given = Override().Matches(section).Select(match => match.Groups[1].Value).ToHashSet();
        var parameters = CloudFormationTemplate.Load("template.yaml").Parameters;
        Assert.Subset(parameters.Select(parameter => parameter.Key).ToHashSet(), given);
        Assert.Superset(parameters.Where(parameter => parameter.Value!["Default"] is null).Select(parameter => parameter.Key).ToHashSet(), given);
    }

    /// <summary>What sam takes of <c>SmtpFrom=NOTS &lt;a@b&gt;</c> is NOTS, and of a key without a value it makes a fault: its <c>CfnParameterOverridesType</c>.</summary>
    [Fact]
    public void Sam_takes_each_value_whole()
    {
        var lines = Text.Split('\n').Select(line => line.Trim().TrimEnd(',')).Where(line => line.Length > 1 && line[0] is '"' or '\'').ToList();
        Assert.True(lines.Count > 30);
        Assert.All(lines, line => Assert.Matches(WholeValue(), line[1..^1]));
    }

    [GeneratedRegex(@"^\w+=([^\s""']+|""[^""]+"")\z")]
    private static partial Regex WholeValue();

    [GeneratedRegex(@"^\[(\w+)\.deploy\.parameters\]", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^  [""'](\w+)=", RegexOptions.Multiline)]
    private static partial Regex Override();
}
