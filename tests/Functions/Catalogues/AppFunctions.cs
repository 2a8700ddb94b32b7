using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Nots.Functions.Tests.Catalogues;

/// <summary>The app's functions, as the host would find them.</summary>
internal static class AppFunctions
{
    public static IReadOnlyList<(string Name, MethodInfo Method)> All { get; } =
    [
        .. typeof(Composition).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Nots.Functions", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (method.GetCustomAttribute<FunctionAttribute>()?.Name, Method: method))
            .Where(function => function.Name is not null)
            .Select(function => (function.Name!, function.Method)),
    ];

    /// <summary>Those with a trigger, and the trigger.</summary>
    public static IEnumerable<(string Name, MethodInfo Method, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : TriggerBindingAttribute => All
        .Select(function => (function.Name, function.Method, Trigger: TriggerOf<TTrigger>(function.Method)!))
        .Where(function => function.Trigger is not null);

    /// <summary>The parameter that has the trigger.</summary>
    public static ParameterInfo Input<TTrigger>(MethodInfo method)
        where TTrigger : TriggerBindingAttribute => method.GetParameters().Single(parameter => parameter.GetCustomAttribute<TTrigger>() is not null);

    private static TTrigger? TriggerOf<TTrigger>(MethodInfo method)
        where TTrigger : TriggerBindingAttribute => method.GetParameters().Select(parameter => parameter.GetCustomAttribute<TTrigger>()).FirstOrDefault(trigger => trigger is not null);
}
