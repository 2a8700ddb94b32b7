namespace Nots.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("demo", "--parallel", "0")]
    [InlineData("demo", "--parallel", "17")]
    [InlineData("demo", "--timeout", "0")]
    [InlineData("demo", "--url", "ftp://localhost")]
    [InlineData("demo", "--journeys", "/there/is/no/such/file.json")]
    [InlineData("demo", "--store", "oracle")]
    [InlineData("dance")]
    public async Task A_wrong_command_line_ends_with_2(params string[] args) => Assert.Equal(ExitCode.Usage, await NotsCommand.RunAsync(args));

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("demo", "--help")]
    public async Task Help_ends_with_0(params string[] args) => Assert.Equal(ExitCode.Ok, await NotsCommand.RunAsync(args));
}
