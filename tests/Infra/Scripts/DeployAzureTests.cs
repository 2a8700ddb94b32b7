namespace Nots.Infra.Tests.Scripts;

/// <summary><c>scripts/deploy-azure</c>: what comes first, and what a release is called back from.</summary>
public sealed class DeployAzureTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly FakeTools _az = new("""
        case "$1 $2" in
          'functionapp list') echo "$APPS" ;;
          'storage account') echo notsdevabc ;;
        esac
        """, "az");

    public void Dispose() => _az.Dispose();

    [Fact]
    public async Task The_first_time_there_is_no_app_to_give_code_to()
    {
        await DeployAsync(apps: 0, "release.zip");
        Assert.Equal(
            ["az functionapp list", "az deployment group", "az storage account", "az storage blob", "az storage account", "az storage blob", "az functionapp deployment"],
            _az.Commands(3));
        Assert.Contains("storage blob list ", _az.Calls[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_runs_gets_its_code_before_the_settings_that_the_old_code_does_not_know()
    {
        await DeployAsync(apps: 1, "release.zip");
        Assert.Equal(["az functionapp list", "az storage account", "az storage blob", "az functionapp deployment", "az deployment group"], _az.Commands(3));
        Assert.Contains($"storage blob upload --auth-mode login --account-name notsdevabc --container-name releases --output none --name {Commit}.zip --file release.zip", _az.Calls[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_is_called_back_is_the_one_that_was_kept_under_its_commit()
    {
        await DeployAsync(apps: 1);
        Assert.Contains($"storage blob download --auth-mode login --account-name notsdevabc --container-name releases --output none --name {Commit}.zip", _az.Calls[2], StringComparison.Ordinal);
        Assert.Contains($"--parameters infra/azure/dev.bicepparam --parameters release={Commit}", _az.Calls[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("0123456")]
    [InlineData("0123456789abcdef0123456789abcdef01234567;az group delete")]
    public async Task What_is_no_commit_changes_nothing(string commit)
    {
        Assert.Equal(2, (await RunAsync(1, commit)).ExitCode);
        Assert.Empty(_az.Calls);
    }

    private async Task DeployAsync(int apps, params IEnumerable<string> package) => (await RunAsync(apps, [Commit, .. package])).IsClean();

    private Task<Finding> RunAsync(int apps, params IEnumerable<string> arguments) =>
        Tool.RunAsync("bash", [Repository.Path("scripts", "deploy-azure"), "dev", .. arguments], _az.OnPath, KeyValuePair.Create("APPS", $"{apps}"));
}
