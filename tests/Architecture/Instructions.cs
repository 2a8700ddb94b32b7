using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace Nots.Architecture.Tests;

/// <summary>Reads what compiled methods call.</summary>
internal static class Instructions
{
    /// <summary>An assembly with the means to find the definitions that it refers to.</summary>
    public static ModuleDefinition Read(Assembly assembly)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assembly.Location));
        return ModuleDefinition.ReadModule(assembly.Location, new ReaderParameters { AssemblyResolver = resolver });
    }

    public static IEnumerable<MethodDefinition> Methods(ModuleDefinition module) =>
        module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody);

    /// <summary>The members that a method calls or refers to, as <c>Namespace.Type::Member</c>.</summary>
    public static IEnumerable<string> Uses(MethodDefinition method) => method.Body.Instructions
        .Select(instruction => instruction.Operand switch
        {
            MethodReference called => $"{called.DeclaringType.GetElementType().FullName}::{called.Name}",
            FieldReference field => $"{field.DeclaringType.GetElementType().FullName}::{field.Name}",
            _ => null,
        })
        .OfType<string>();

    /// <summary>
    /// A method and all methods of our own that it can reach by name: calls, lambdas, and the state machines behind
    /// <c>async</c> and <c>yield</c>. Calls through an interface end there.
    /// </summary>
    public static IReadOnlyCollection<MethodDefinition> Reachable(IEnumerable<MethodDefinition> roots)
    {
        var found = new HashSet<MethodDefinition>();
        var open = new Stack<MethodDefinition>(roots);
        while (open.TryPop(out var method))
        {
            if (!method.HasBody || !found.Add(method))
                continue;
            foreach (var next in StateMachine(method).Concat(Called(method)))
                open.Push(next);
        }
        return found;
    }

    private static IEnumerable<MethodDefinition> Called(MethodDefinition method) => method.Body.Instructions
        .Select(instruction => instruction.Operand)
        .OfType<MethodReference>()
        .Where(called => called.DeclaringType.FullName.StartsWith("Nots.", StringComparison.Ordinal))
        .Select(called => called.Resolve())
        .Where(called => called is not null);

    private static IEnumerable<MethodDefinition> StateMachine(MethodDefinition method) => method.CustomAttributes
        .Where(attribute => attribute.AttributeType.Name is nameof(AsyncStateMachineAttribute) or nameof(IteratorStateMachineAttribute))
        .SelectMany(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve().Methods);
}
