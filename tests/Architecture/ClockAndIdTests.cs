namespace Nots.Architecture.Tests;

public sealed class ClockAndIdTests
{
    private static readonly string[] Forbidden =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7",
    ];

    /// <summary>Durable Task's client names executions, and instances that have no name, as the SDK's own clients do.</summary>
    private const string ExecutionIds = "Nots.Durable.TaskHub.TaskHubClient::NewId";

    [Fact]
    public void Time_comes_from_the_time_provider_and_ids_from_the_one_place()
    {
        var uses = Repository.Assemblies.SelectMany(assembly =>
        {
            using var module = Instructions.Read(assembly);
            return Instructions.Methods(module)
                .Where(method => $"{method.DeclaringType.FullName}::{method.Name}" != ExecutionIds)
                .SelectMany(method => Instructions.Uses(method).Intersect(Forbidden).Select(used => $"{method.FullName} uses {used}"))
                .ToList();
        });
        Assert.Empty(uses);
    }
}
