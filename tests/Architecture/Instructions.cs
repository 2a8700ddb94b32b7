using System.Reflection;
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
}
