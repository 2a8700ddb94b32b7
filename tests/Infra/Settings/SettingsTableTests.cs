namespace Nots.Infra.Tests.Settings;

/// <summary>The page tells of every setting. With <c>NOTS_WRITE_DOCS=1</c> this test writes the table instead of comparing it.</summary>
public sealed class SettingsTableTests
{
    private const string Start = "<!-- settings: generated, see tests/Infra/Settings -->\n";
    private const string End = "<!-- /settings -->";

    private static readonly string Page = Repository.Path("docs", "deployment.md");

    [Fact]
    public void The_page_has_the_table_that_the_code_makes()
    {
        var page = File.ReadAllText(Page);
        var (start, end) = (page.IndexOf(Start, StringComparison.Ordinal) + Start.Length, page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(start >= Start.Length && end >= start, $"{Page} has no place for the table.");
        if (Environment.GetEnvironmentVariable("NOTS_WRITE_DOCS") == "1")
            File.WriteAllText(Page, page[..start] + SettingsTable.Markdown() + page[end..]);
        else
            Assert.True(SettingsTable.Markdown() == page[start..end], "The table of settings in docs/deployment.md is not of this code: NOTS_WRITE_DOCS=1 dotnet test --project tests/Infra/Nots.Infra.Tests.csproj writes it anew.");
    }

    [Fact]
    public void What_is_a_secret_is_marked_as_one()
    {
        var secrets = DeclaredSettings.OfApp.Where(setting => setting.IsSecret).Select(setting => setting.Path).Order(StringComparer.Ordinal);
        Assert.Equal(["SigningSecrets", "Smtp:Password", "Stripe:SecretKey", "Stripe:WebhookSecrets"], secrets);
    }

    [Fact]
    public void What_is_said_to_be_required_is_required() =>
        Assert.All(DeclaredSettings.Required.Keys, path => Assert.NotEmpty(DeclaredSettings.FaultsWithout(path)));
}
