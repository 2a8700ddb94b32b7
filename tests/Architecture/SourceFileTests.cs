using System.Text.RegularExpressions;

namespace Nots.Architecture.Tests;

/// <summary>How files are kept. Namespaces are file-scoped (the build sees to that), so a top-level type begins its line.</summary>
public sealed partial class SourceFileTests
{
    [Fact]
    public void A_file_has_at_most_one_public_type()
    {
        var crowded = Repository.SourceFiles()
            .Where(file => file.Lines.Count(line => PublicType().IsMatch(line)) > 1)
            .Select(file => file.Path);
        Assert.Empty(crowded);
    }

    [Fact]
    public void A_public_type_is_in_the_file_of_its_name()
    {
        var astray = Repository.SourceFiles()
            .SelectMany(file => file.Lines.Select(line => PublicType().Match(line)).Where(match => match.Success)
                .Select(match => (file.Path, Type: match.Groups["name"].Value)))
            .Where(found => Path.GetFileName(found.Path).Split('.')[0] != found.Type);
        Assert.Empty(astray);
    }

    [GeneratedRegex(@"^public (?:[a-z]+ )*?(?:class|record struct|record|struct|interface|enum|delegate [\w<>?\[\], ]+) (?<name>\w+)")]
    private static partial Regex PublicType();
}
