using System.Text.RegularExpressions;

namespace Nots.Architecture.Tests;

/// <summary>How files are kept. Namespaces are file-scoped (the build sees to that), so a top-level type begins its line.</summary>
public sealed partial class SourceFileTests
{
    private const int MaxLines = 300;

    /// <summary>Types that only make sense together share a file; one of them gives it its name.</summary>
    [Fact]
    public void A_file_with_public_types_has_the_name_of_one_of_them()
    {
        var astray = Repository.SourceFiles()
            .Select(file => (file.Path, Types: file.Lines.Select(line => Type().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToList()))
            .Where(file => file.Types.Count > 0 && !file.Types.Contains(Path.GetFileName(file.Path).Split('.')[0]))
            .Select(file => $"{file.Path} has {string.Join(", ", file.Types)}");
        Assert.Empty(astray);
    }

    [Fact]
    public void A_file_can_be_read_at_one_sitting() =>
        Assert.Empty(Repository.SourceFiles().Where(file => file.Lines.Length > MaxLines).Select(file => $"{file.Path} has {file.Lines.Length} lines"));

    [GeneratedRegex(@"^public (?:[a-z]+ )*?(?:class|record struct|record|struct|interface|enum|delegate [\w<>?\[\], ]+) (?<name>\w+)")]
    private static partial Regex Type();
}
