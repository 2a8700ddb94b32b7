using System.Runtime.CompilerServices;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Nots.Architecture.Tests;

/// <summary>Finds in orchestrators what would not be the same on a replay.</summary>
internal static class Determinism
{
    /// <summary>Beginnings of <c>Namespace.Type::Member</c>.</summary>
    private static readonly string[] Forbidden =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.TimeProvider::", "System.Diagnostics.Stopwatch::", "System.TimeZoneInfo::get_Local",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7", "System.Random::", "System.Security.Cryptography.",
        "System.Threading.Tasks.Task::Run", "System.Threading.Tasks.Task::Delay", "System.Threading.Tasks.Task::Yield",
        "System.Threading.Tasks.Task::ConfigureAwait", "System.Threading.Tasks.Task`1::ConfigureAwait",
        "System.Threading.Tasks.Task::Wait", "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.Parallel::",
        "System.Threading.Thread", "System.Threading.Timer::", "System.Threading.PeriodicTimer::", "System.Threading.Monitor::", "System.Threading.Lock::",
        "System.Threading.SemaphoreSlim::", "System.Threading.Channels.", "System.Threading.Tasks.TaskScheduler::",
        "System.Threading.CancellationTokenSource::CancelAfter", "System.Threading.CancellationTokenSource::CancelAsync",
        "System.Environment::", "System.AppContext::", "System.Console::", "System.IO.", "System.Net.", "System.Data.", "System.Diagnostics.Process",
        "System.OperatingSystem::", "System.Runtime.InteropServices.RuntimeInformation::", "System.GC::", "System.Reflection.Assembly::",
        "System.TimeZoneInfo::FindSystemTimeZoneById", "System.Globalization.CultureInfo::get_Current",
        "Microsoft.Extensions.Configuration.", "Microsoft.Extensions.DependencyInjection.", "Microsoft.Extensions.Options.",
        "System.Object::GetHashCode", "System.String::GetHashCode", "System.HashCode::",
    ];

    /// <summary>Every orchestrator of a module.</summary>
    public static IEnumerable<TypeDefinition> Orchestrators(ModuleDefinition module) => module.GetTypes().Where(type =>
        type.Interfaces.Any(face => face.InterfaceType.GetElementType().FullName == "Nots.Application.Orchestration.IOrchestrator`2"));

    /// <summary>What an engine puts under orchestrators, and hands to them.</summary>
    public static IEnumerable<TypeDefinition> Contexts(ModuleDefinition module) => module.GetTypes().Where(type =>
        type.Interfaces.Any(face => face.InterfaceType.FullName == "Nots.Application.Orchestration.IOrchestrationContext"));

    /// <summary>What an orchestrator, or anything of ours that it calls, must not do; a sentence each.</summary>
    public static IReadOnlyList<string> FaultsOf(TypeDefinition orchestrator) =>
        [.. Instructions.Reachable(orchestrator.Methods).SelectMany(FaultsOf).Distinct()];

    private static IEnumerable<string> FaultsOf(MethodDefinition method)
    {
        foreach (var used in Instructions.Uses(method))
        {
            if (Forbidden.Any(start => used.StartsWith(start, StringComparison.Ordinal)) && !IsMadeByCompiler(method, used))
                yield return $"{method.FullName} uses {used}";
        }
        foreach (var instruction in method.Body.Instructions.Where(instruction => instruction.OpCode == OpCodes.Stsfld || instruction.OpCode == OpCodes.Ldsfld))
        {
            var field = ((FieldReference)instruction.Operand).Resolve();
            if (field is { IsInitOnly: false, IsLiteral: false } && !IsGenerated(field.DeclaringType) && !IsGenerated(field) && field.DeclaringType.FullName.StartsWith("Nots.", StringComparison.Ordinal))
                yield return $"{method.FullName} uses the static state {field.FullName}";
        }
    }

    /// <summary>A record's own members take hash codes; whether one is used to decide anything cannot be seen here.</summary>
    private static bool IsMadeByCompiler(MethodDefinition method, string used) =>
        used.EndsWith("::GetHashCode", StringComparison.Ordinal) && IsGenerated(method);

    private static bool IsGenerated(ICustomAttributeProvider member) =>
        member.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(CompilerGeneratedAttribute));
}
