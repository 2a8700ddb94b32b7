using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nots.Cli.Tests.Requests;

public sealed partial class HttpFileTests
{
    [Fact]
    public void Every_request_that_is_no_sign_in_says_what_to_expect()
    {
        var silent = HttpFile.All.Where(request => request.Comments.Count == 0 && request.Name is null);

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_reference_is_to_a_request_further_up_in_the_same_file()
    {
        var known = new HashSet<(string File, string Name)>();
        var dangling = new List<string>();
        foreach (var request in HttpFile.All)
        {
            dangling.AddRange(Reference().Matches(request.Text)
                .Select(match => match.Groups[1].Value)
                .Where(name => !known.Contains((request.File, name)))
                .Select(name => $"{request}: {name}"));
            if (request.Name is { } named)
                known.Add((request.File, named));
        }

        Assert.NotEmpty(known);
        Assert.Empty(dangling);
    }

    [Fact]
    public void Every_JSON_body_is_JSON()
    {
        foreach (var request in HttpFile.All.Where(request => request.Text.Contains("Content-Type: application/json", StringComparison.Ordinal)))
        {
            var body = request.Text[request.Text.IndexOf("\n\n", StringComparison.Ordinal)..];
            using var parsed = JsonDocument.Parse(body);
            Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
        }
    }

    [GeneratedRegex(@"\{\{(\w+)\.response\.")]
    private static partial Regex Reference();
}
