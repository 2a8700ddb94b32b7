using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Nots.Architecture.Tests;

/// <summary>Which feature folders of an assembly use which others, and by which types.</summary>
internal sealed class FeatureGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    private FeatureGraph()
    {
    }

    /// <param name="module">Of the assembly.</param>
    /// <param name="root">The assembly's root namespace; found when null.</param>
    public static FeatureGraph Read(ModuleDefinition module, string? root = null)
    {
        var graph = new FeatureGraph();
        root ??= RootOf(module);
        foreach (var type in module.GetTypes())
        {
            if (FeatureOf(type, root) is not { } feature)
                continue;
            foreach (var used in References(type))
            {
                if (used.Scope == module && FeatureOf(used, root) is { } other && other != feature)
                    graph.Add(feature, other, $"{Outer(type).FullName} uses {Outer(used).FullName}");
            }
        }
        return graph;
    }

    /// <summary>A circle, an edge a line, each with an example; null when there is none.</summary>
    public string? FindCycle() => _uses.Keys.Select(start => FindPath(start, start)).OfType<List<string>>().MinBy(path => path.Count) is { } shortest
        ? string.Join(Environment.NewLine, shortest.Zip(shortest.Skip(1), (from, to) => $"{from} -> {to} ({_uses[from][to]})"))
        : null;

    /// <summary>The shortest way from a feature to another, both included.</summary>
    private List<string>? FindPath(string from, string to)
    {
        var open = new Queue<List<string>>([[from]]);
        var seen = new HashSet<string>();
        while (open.TryDequeue(out var path))
        {
            foreach (var next in _uses.TryGetValue(path[^1], out var others) ? (IEnumerable<string>)others.Keys : [])
            {
                if (next == to)
                    return [.. path, next];
                if (seen.Add(next))
                    open.Enqueue([.. path, next]);
            }
        }
        return null;
    }

    private void Add(string from, string to, string example)
    {
        if (!_uses.TryGetValue(from, out var others))
            _uses[from] = others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        others.TryAdd(to, example);
    }

    /// <summary>The longest namespace that all of ours are in; an assembly of one feature has no more to say.</summary>
    private static string RootOf(ModuleDefinition module) => module.Types
        .Select(type => type.Namespace)
        .Where(name => name.StartsWith("Nots.", StringComparison.Ordinal))
        .Select(name => string.Join('.', name.Split('.').Take(2)))
        .Distinct()
        .Single();

    private static string? FeatureOf(TypeReference type, string root)
    {
        var name = Outer(type).Namespace;
        return name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0] : null;
    }

    private static TypeReference Outer(TypeReference type) => type.DeclaringType is { } outer ? Outer(outer) : type.GetElementType();

    /// <summary>Every type that a type mentions: in what it derives from, its members, their code and attributes.</summary>
    private static IEnumerable<TypeReference> References(TypeDefinition type)
    {
        IEnumerable<TypeReference?> mentioned =
        [
            type.BaseType,
            .. type.Interfaces.Select(face => face.InterfaceType),
            .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Methods.SelectMany(MentionedBy),
        ];
        return mentioned.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference?> MentionedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. method.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.ExceptionHandlers.Select(handler => handler.CatchType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(MentionedBy) : [],
    ];

    private static IEnumerable<TypeReference?> MentionedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MemberReference member => [member.DeclaringType],
        _ => [],
    };

    /// <summary>A type and the types that it is made of: of an array its elements, of a generic type its arguments.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification made => Parts(made.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
