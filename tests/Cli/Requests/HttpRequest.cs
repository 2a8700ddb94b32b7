namespace Nots.Cli.Tests.Requests;

/// <summary>One request of a <c>.http</c> file.</summary>
/// <param name="File">Without its folder.</param>
/// <param name="Title">After the <c>###</c>.</param>
/// <param name="Name">By which later ones refer to it; null when none do.</param>
/// <param name="Comments">What to expect.</param>
/// <param name="Target">With its variables still in braces, such as <c>{{host}}/v1/quotes</c>.</param>
/// <param name="Text">All of it.</param>
public sealed record HttpRequest(
    string File, string Title, string? Name, IReadOnlyList<string> Comments, string Method, string Target, string Text)
{
    private const string HostVariable = "{{host}}";

    /// <summary>The path without slash and query, when the request goes to the platform; null otherwise.</summary>
    public string? PlatformPath => Target.StartsWith(HostVariable, StringComparison.Ordinal)
        ? Target[HostVariable.Length..].Split('?')[0].Trim('/')
        : null;

    /// <summary>Whether a route such as <c>v1/quotes/{id}</c> is the one of this request.</summary>
    public bool IsOf(string method, string route)
    {
        if (method != Method || PlatformPath is not { } path)
            return false;
        var (here, there) = (path.Split('/'), route.Trim('/').Split('/'));
        return here.Length == there.Length && here.Zip(there).All(pair => pair.First == pair.Second || pair.Second.StartsWith('{'));
    }

    public override string ToString() => $"{File}: {Title} ({Method} {Target})";
}
