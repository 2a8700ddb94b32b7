namespace Nots.Infra.Tests.Scripts;

/// <summary><c>scripts/deploy-aws</c> deploys one commit's image with the settings of one environment.</summary>
public sealed class DeployAwsTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    // The file that sam is given is gone when the script ends: what it says of the image is printed.
    private readonly FakeTools _tools = new("""
        [ "$1" != sts ] || echo 123456789012
        [ "$1" != deploy ] || grep ImageTag= "$5"
        """, "aws", "sam");

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task The_commit_is_the_image_and_cloudformation_has_a_role_of_its_own()
    {
        var said = await RunAsync(Commit);
        said.IsClean();
        Assert.Equal(Enumerable.Repeat($"  \"ImageTag={Commit}\",", 3), said.Output.TrimEnd().Split('\n'));
        Assert.Contains("--config-env staging --role-arn arn:aws:iam::123456789012:role/nots-cloudformation-staging ", _tools.Calls[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("0123456789abcdef0123456789abcdef01234567/; x")]
    public async Task What_is_no_commit_changes_nothing(string commit)
    {
        Assert.Equal(2, (await RunAsync(commit)).ExitCode);
        Assert.Empty(_tools.Calls);
    }

    private Task<Finding> RunAsync(string commit) => Tool.RunAsync("bash", [Repository.Path("scripts", "deploy-aws"), "staging", commit], _tools.OnPath);
}
