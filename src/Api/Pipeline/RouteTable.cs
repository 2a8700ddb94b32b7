namespace Nots.Api.Pipeline;

/// <summary>Finds out which methods a path has, for the answer to one that it has not.</summary>
internal sealed class RouteTable(IReadOnlyList<EndpointInfo> endpoints)
{
    private readonly (string[] Segments, string Method)[] _routes = [.. endpoints.Select(endpoint => (endpoint.Route.Split('/'), endpoint.Method))];

    /// <summary>In the order of the catalogue; empty when nothing is there.</summary>
    public IReadOnlyList<string> MethodsOf(string path)
    {
        // As routing does: one slash before it, and at most one behind.
        var segments = (path.EndsWith('/') ? path[..^1] : path).Split('/')[1..];
        return [.. _routes.Where(route => Matches(route.Segments, segments)).Select(route => route.Method).Distinct()];
    }

    private static bool Matches(string[] route, string[] path)
    {
        if (route.Length != path.Length)
            return false;
        for (var i = 0; i < route.Length; i++)
        {
            var matches = route[i].StartsWith('{') ? path[i].Length > 0 : route[i].Equals(path[i], StringComparison.OrdinalIgnoreCase);
            if (!matches)
                return false;
        }
        return true;
    }
}
