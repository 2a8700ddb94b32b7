using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Nots.Functions.StandInHost.Worker;

namespace Nots.Functions.StandInHost.Http;

/// <summary>Which function a request is for. The host asks them in the order of their names and takes the first whose route and methods fit.</summary>
internal sealed class HttpRoutes(IEnumerable<WorkerFunction> functions)
{
    private readonly List<(WorkerFunction Function, TemplateMatcher Matcher)> _routes =
    [
        .. functions.Where(function => function.Route is not null)
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Select(function => (function, new TemplateMatcher(TemplateParser.Parse(function.Route!), []))),
    ];

    /// <returns>The function and the values of its route; null where none fits.</returns>
    public (WorkerFunction Function, RouteValueDictionary Values)? Find(HttpRequest request)
    {
        foreach (var (function, matcher) in _routes)
        {
            var values = new RouteValueDictionary();
            if ((function.Methods.Count == 0 || function.Methods.Contains(request.Method, StringComparer.OrdinalIgnoreCase)) && matcher.TryMatch(request.Path, values))
                return (function, values);
        }

        return null;
    }
}
