using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Places;
using Nots.Integrations.Routing.Offline;

namespace Nots.Integrations.Tests.Routing.Offline;

public sealed class OfflineRoutingOptionsTests
{
    [Fact]
    public void The_defaults_can_be_used() => Assert.Empty(new OfflineRoutingOptions().Faults());

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var options = new OfflineRoutingOptions { RoadFactor = double.NaN, AirportRadius = -1, Speeds = [new(5_000, 0), new(3_000, 50)] };

        Assert.Equal(5, options.Faults().Count);
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddOfflineRouting(options));
    }

    [Fact]
    public void It_is_registered_as_the_route_planner()
    {
        using var services = new ServiceCollection().AddOfflineRouting(new OfflineRoutingOptions()).BuildServiceProvider();

        Assert.IsType<OfflineRoutePlanner>(services.GetRequiredService<IRoutePlanner>());
    }
}
