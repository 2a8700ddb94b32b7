using System.Text.Json;
using Nots.Functions.StandInHost.Worker.Protocol;

namespace Nots.Functions.StandInHost.Worker;

/// <summary>A function as the worker describes it.</summary>
/// <param name="Name">Its name, which is an orchestration's or activity's name, too.</param>
/// <param name="Trigger">The type of its trigger, such as <c>httpTrigger</c>.</param>
public sealed record WorkerFunction(string Name, string Trigger)
{
    private const string TriggerSuffix = "Trigger";

    /// <summary>An HTTP function's path, without a leading slash; null for any other.</summary>
    public string? Route { get; private init; }

    /// <summary>The methods that an HTTP function takes; empty for all.</summary>
    public IReadOnlyList<string> Methods { get; private init; } = [];

    internal RpcFunctionMetadata Metadata { get; private init; } = new();

    /// <summary>The parameter that has the trigger.</summary>
    internal string TriggerParameter { get; private init; } = "";

    /// <summary>The parameters that want the durable client.</summary>
    internal IReadOnlyList<string> ClientParameters { get; private init; } = [];

    internal static WorkerFunction From(RpcFunctionMetadata metadata)
    {
        var bindings = metadata.RawBindings.Select(binding => JsonDocument.Parse(binding).RootElement).ToList();
        var trigger = bindings.Single(binding => Text(binding, "type")!.EndsWith(TriggerSuffix, StringComparison.OrdinalIgnoreCase));
        return new WorkerFunction(metadata.Name, Text(trigger, "type")!)
        {
            Metadata = metadata,
            Route = Text(trigger, "route"),
            Methods = trigger.TryGetProperty("methods", out var methods) ? [.. methods.EnumerateArray().Select(method => method.GetString()!)] : [],
            TriggerParameter = Text(trigger, "name")!,
            ClientParameters = [.. bindings.Where(binding => Text(binding, "type") == "durableClient").Select(binding => Text(binding, "name")!)],
        };
    }

    private static string? Text(JsonElement binding, string property) => binding.TryGetProperty(property, out var value) ? value.GetString() : null;
}
