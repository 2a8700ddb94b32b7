using System.Text.RegularExpressions;
using Nots.Journeys;

namespace Nots.Cli.Tests;

/// <summary>What the runbook and the README tell people to type is what the tool takes.</summary>
public sealed partial class RunbookTests
{
    private static readonly string[] Pages = ["docs/runbook.md", "README.md"];

    public static TheoryData<string, string> Commands => [.. Pages.SelectMany(page => CommandsOf(page).Select(command => new TheoryDataRow<string, string>(page, command)))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_a_page_is_understood(string page, string command)
    {
        var parsed = NotsCommand.Build().Parse(command);

        Assert.True(parsed.Errors.Count == 0, $"{page}: {command}: {string.Join(" ", parsed.Errors.Select(error => error.Message))}");
        Assert.NotNull(parsed.CommandResult.Command.Action);
    }

    [Fact]
    public void Every_command_for_the_table_is_in_the_runbook()
    {
        var told = CommandsOf("docs/runbook.md").Select(command => string.Join(' ', command.Split(' ').Take(2))).ToHashSet();
        var known = NotsCommand.Build().Subcommands.SelectMany(group => group.Subcommands.Select(command => $"{group.Name} {command.Name}"));

        Assert.Empty(known.Except(told));
    }

    [Fact]
    public void Every_exit_code_is_in_the_runbook()
    {
        var codes = typeof(ExitCode).GetFields().Select(field => $"| {field.GetRawConstantValue()} |");

        Assert.All(codes, code => Assert.Contains(code, Page("docs/runbook.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_within_the_runbook_leads_somewhere()
    {
        var page = Page("docs/runbook.md");
        var headings = Heading().Matches(page).Select(heading => heading.Groups[1].Value.ToLowerInvariant().Replace(' ', '-').Replace("?", "", StringComparison.Ordinal));

        Assert.Empty(Link().Matches(page).Select(link => link.Groups[1].Value).Except(headings));
    }

    private static string Page(string path) =>
        File.ReadAllText(Repository.Find(path) ?? throw new InvalidOperationException($"There is no {path}.")).ReplaceLineEndings("\n");

    /// <summary>The lines of shell blocks that call the tool, without the tool's name and a comment at the end.</summary>
    private static IEnumerable<string> CommandsOf(string page) => Block().Matches(Page(page))
        .SelectMany(block => Call().Matches(block.Groups[1].Value))
        .Select(call => call.Groups[1].Value.Trim());

    [GeneratedRegex(@"^ *```sh\n(.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^ *(?:\./)?nots +([^#\n]+)", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex("^##+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Link();
}
