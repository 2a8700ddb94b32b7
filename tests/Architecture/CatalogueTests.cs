using System.Text.RegularExpressions;
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
    public void Every_orchestrator_and_activity_is_in_the_catalogue()
    {
        var types = typeof(WorkflowCatalogue).Assembly.GetTypes();
        Assert.Equal(types.Count(type => Implements(type, typeof(IOrchestrator<,>))), Workflows.Orchestrations.Count);
        Assert.Equal(types.Count(type => Implements(type, typeof(IActivity<,>))), Workflows.Activities.Count);
    }

    private static bool Implements(Type type, Type face) => type is { IsClass: true, IsAbstract: false }
        && type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == face);

    [GeneratedRegex("^[a-z]+([-.][a-z]+)*$")]
    private static partial Regex StableName();
}
