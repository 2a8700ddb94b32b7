using System.Text.RegularExpressions;
using Nots.Journeys;

namespace Nots.Cli.Tests.Requests;

/// <summary>The repository's <c>.http</c> files.</summary>
public static partial class HttpFile
{
    public static IReadOnlyList<HttpRequest> All { get; } =
    [
        .. Directory.GetFiles(Repository.Find("requests")!, "*.http")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Parse(Path.GetFileName(path), File.ReadAllText(path))),
    ];

    private static IEnumerable<HttpRequest> Parse(string file, string text)
    {
        // What comes before the first separator is the file's own: its comment and its variables.
        foreach (var part in Separator().Split(text).Skip(1))
        {
            var lines = part.Split('\n');
            var comments = lines.Where(line => line.StartsWith('#')).Select(line => line[1..].Trim()).ToList();
            var name = comments.Find(comment => comment.StartsWith("@name ", StringComparison.Ordinal))?["@name ".Length..];
            var request = RequestLine().Match(part);
            Assert.True(request.Success, $"{file}: '{lines[0]}' has no request.");
            yield return new HttpRequest(
                file, lines[0].Trim(), name, [.. comments.Where(comment => !comment.StartsWith('@'))],
                request.Groups[1].Value, request.Groups[2].Value.Trim(), part);
        }
    }

    [GeneratedRegex("^###", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex("^(GET|POST|PUT|PATCH|DELETE) (.+)$", RegexOptions.Multiline)]
    private static partial Regex RequestLine();
}
