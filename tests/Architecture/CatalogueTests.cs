using System.Text.RegularExpressions;
using Nots.Api;
using Nots.Api.Pipeline;
using Nots.Application.Bookings;
using Nots.Application.Orchestration;
using Nots.Application.Timers;

namespace Nots.Architecture.Tests;

/// <summary>Names of running things outlive the code: each stands for one thing, and everything has one.</summary>
public sealed partial class CatalogueTests
{
    private static readonly WorkflowCatalogue Workflows = new WorkflowCatalogue().AddBookings();

    [Fact]
    public void Orchestrations_activities_and_timers_have_names_of_their_own()
    {
        string[] names = [.. Workflows.Orchestrations.Keys, .. Workflows.Activities.Keys, .. TimerCatalogue.All(new TimerSettings()).Select(job => job.Name)];
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(names, name => Assert.Matches(StableName(), name));
    }

    [Fact]
    public void Operations_of_the_contract_have_names_and_addresses_of_their_own()
    {
        string[] names = [.. Catalogue.All.Select(operation => operation.Name)];
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(names, name => Assert.Matches(StableName(), name));
        string[] addresses = [.. Catalogue.All.Select(operation => operation.ToString())];
        Assert.Equal(addresses.Distinct(StringComparer.OrdinalIgnoreCase), addresses);
    }

    [Fact]
    public void Every_operation_is_in_the_catalogue() => Assert.Equal(
        typeof(Catalogue).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEndpoint))).Order(ByName),
        Catalogue.All.Select(operation => operation.Handler).Order(ByName));

    [Fact]
    public void Every_orchestrator_and_activity_is_in_the_catalogue()
    {
        var types = typeof(WorkflowCatalogue).Assembly.GetTypes();
        Assert.Equal(types.Count(type => Implements(type, typeof(IOrchestrator<,>))), Workflows.Orchestrations.Count);
        Assert.Equal(types.Count(type => Implements(type, typeof(IActivity<,>))), Workflows.Activities.Count);
    }

    private static readonly Comparer<Type> ByName = Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.FullName, other.FullName));

    private static bool Implements(Type type, Type face) => type is { IsClass: true, IsAbstract: false }
        && type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == face);

    [GeneratedRegex("^[a-z]+([-.][a-z]+)*$")]
    private static partial Regex StableName();
}
