using System.Reflection;
using Microsoft.DurableTask;
using Nots.Application.Bookings;

namespace Nots.Functions.Tests.Catalogues;

/// <summary>The application's orchestrations and activities, with the names that histories keep.</summary>
internal static class AppWorkflows
{
    private static readonly Type[] Types = typeof(BookingOrchestration).Assembly.GetTypes();

    public static IReadOnlyList<string> Orchestrations { get; } = [.. Types.Where(type => type.IsAssignableTo(typeof(ITaskOrchestrator)) && !type.IsAbstract).Select(Name)];

    /// <summary>With the types of their inputs and results.</summary>
    public static IReadOnlyDictionary<string, Type[]> Activities { get; } = Types
        .Where(type => type.IsAssignableTo(typeof(ITaskActivity)) && !type.IsAbstract)
        .ToDictionary(Name, type => Bases(type).Single(parent => parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(TaskActivity<,>)).GetGenericArguments());

    private static string Name(Type type) => type.GetCustomAttribute<DurableTaskAttribute>()!.Name.Name;

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
            yield return parent;
    }
}
