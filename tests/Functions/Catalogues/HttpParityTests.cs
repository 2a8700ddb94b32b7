using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Nots.Api;
using Nots.Functions.Http;

namespace Nots.Functions.Tests.Catalogues;

/// <summary>The function app offers the operations of the contract, all of them, and nothing else.</summary>
public sealed partial class HttpParityTests
{
    /// <summary>Name, method and route of every operation, the route without its leading slash.</summary>
    private static readonly IReadOnlyList<(string Name, string Method, string Route)> Operations =
    [
        .. NotsEndpoints.All().Select(operation => (
            operation.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName,
            operation.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single(),
            operation.RoutePattern.RawText!.TrimStart('/'))),
    ];

    [Fact]
    public void Every_operation_has_its_function_and_every_function_its_operation() => Assert.Equal(
        Operations.Select(operation => $"{operation.Name}: {operation.Method} /{operation.Route}").Order(),
        AppFunctions.With<HttpTriggerAttribute>()
            .Where(function => function.Name != UnmatchedFunction.Name)
            .Select(function => $"{function.Name}: {Assert.Single(function.Trigger.Methods!).ToUpperInvariant()} /{function.Trigger.Route}").Order());

    [Fact]
    public void Everything_else_that_is_asked_for_comes_to_one_function_whatever_the_method()
    {
        var (_, _, trigger) = Assert.Single(AppFunctions.With<HttpTriggerAttribute>(), function => function.Name == UnmatchedFunction.Name);
        Assert.Equal((null, "{*path}"), (trigger.Methods, trigger.Route));
    }

    /// <summary>The host takes the first function in the order of their names whose route and methods fit; it knows no better match.</summary>
    [Fact]
    public void Every_operations_request_comes_to_its_own_function()
    {
        var functions = AppFunctions.With<HttpTriggerAttribute>().OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).ToList();
        Assert.All(Operations, operation =>
        {
            var path = Parameter().Replace($"/{operation.Route}", "x");
            Assert.Equal(operation.Name, functions.First(function => Takes(function.Trigger, operation.Method, path)).Name);
        });
    }

    /// <summary>Who may do what is decided by the contract's own policies, by role; the host has no keys to give out.</summary>
    [Fact]
    public void No_function_asks_for_a_key_of_the_host() =>
        Assert.All(AppFunctions.With<HttpTriggerAttribute>(), function => Assert.Equal(AuthorizationLevel.Anonymous, function.Trigger.AuthLevel));

    [Fact]
    public void Every_function_takes_the_request_of_the_server_itself() => Assert.All(
        AppFunctions.With<HttpTriggerAttribute>(),
        function => Assert.Equal(typeof(HttpRequest), AppFunctions.Input<HttpTriggerAttribute>(function.Method).ParameterType));

    /// <summary>The host gives these to itself.</summary>
    [Fact]
    public void No_route_is_one_of_the_hosts_own() => Assert.All(
        AppFunctions.With<HttpTriggerAttribute>(), function => Assert.DoesNotContain(function.Trigger.Route!.Split('/')[0], (string[])["admin", "runtime"]));

    private static bool Takes(HttpTriggerAttribute trigger, string method, string path) =>
        trigger.Methods?.Contains(method, StringComparer.OrdinalIgnoreCase) != false
            && new TemplateMatcher(TemplateParser.Parse(trigger.Route!), []).TryMatch(path, []);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
