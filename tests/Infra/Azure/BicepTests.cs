namespace Nots.Infra.Tests.Azure;

/// <summary>That the files are such as Bicep takes, without one warning.</summary>
public sealed class BicepTests
{
    private static readonly string Folder = Repository.Path("infra", "azure");

    [Theory]
    [InlineData("main.bicep")]
    [InlineData("bootstrap.bicep")]
    public async Task Bicep_builds_it(string file) => Assert.NotEmpty((await ArmTemplate.BuildAsync(file)).Resources);

    [Fact]
    public async Task Its_linter_finds_nothing() => (await Tool.BicepAsync("lint", "--pattern", Path.Combine(Folder, "*.bicep*"))).IsClean();

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task Each_environment_has_its_parameters(string environment)
    {
        var parameters = await ArmTemplate.ParametersAsync(environment);
        Assert.Equal(environment, (string?)parameters["environmentName"]!["value"]);
        Assert.Equal(environment == "production" ? "nots.co.uk" : $"{environment}.nots.co.uk", (string?)parameters["domain"]!["value"]);
    }

    [Fact]
    public async Task Every_file_has_the_agreed_format()
    {
        var files = Directory.GetFiles(Folder, "*.bicep*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).ToList();
        var copy = Directory.CreateTempSubdirectory("nots-bicep-").FullName;
        try
        {
            foreach (var file in files)
                File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(Copied(file))!).FullName, Path.GetFileName(file)));
            (await Tool.BicepAsync("format", "--pattern", Path.Combine(copy, "**", "*.bicep*"))).IsClean();
            Assert.All(files, file => Assert.True(File.ReadAllText(file) == File.ReadAllText(Copied(file)), $"'bicep format' puts {file} right."));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }

        string Copied(string file) => Path.Combine(copy, Path.GetRelativePath(Folder, file));
    }
}
