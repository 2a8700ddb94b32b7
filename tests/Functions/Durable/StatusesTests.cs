using Microsoft.DurableTask.Client;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;
using Nots.Functions.Tests.Doubles;

namespace Nots.Functions.Tests.Durable;

public sealed class StatusesTests
{
    [Theory]
    [InlineData("Pending", OrchestrationStatus.Pending, true)]
    [InlineData("Running", OrchestrationStatus.Running, true)]
    [InlineData("ContinuedAsNew", OrchestrationStatus.Running, true)]
    [InlineData("Suspended", OrchestrationStatus.Suspended, true)]
    [InlineData("Completed", OrchestrationStatus.Completed, false)]
    [InlineData("Failed", OrchestrationStatus.Failed, false)]
    [InlineData("Terminated", OrchestrationStatus.Terminated, false)]
    [InlineData("Canceled", OrchestrationStatus.Terminated, false)]
    public void A_state_of_Durable_Tasks_is_one_of_ours(string theirs, OrchestrationStatus ours, bool isLive)
    {
        var status = Enum.Parse<OrchestrationRuntimeStatus>(theirs);
        Assert.Equal((ours, isLive), (Statuses.Of(status), Statuses.IsLive(status)));
        Assert.Contains(status, Statuses.ShownAs(ours));
    }

    [Fact]
    public void Every_state_of_Durable_Tasks_is_known() => Assert.All(Enum.GetValues<OrchestrationRuntimeStatus>(), status => Statuses.Of(status));

    [Fact]
    public void Every_state_of_ours_is_one_of_Durable_Tasks() => Assert.All(Enum.GetValues<OrchestrationStatus>(), status => Assert.NotEmpty(Statuses.ShownAs(status)));

    [Fact]
    public void A_completed_instance_has_its_output_and_no_failure() => Assert.Equal(
        new OrchestrationInstance("one", "booking", OrchestrationStatus.Completed, An.Hour, An.Hour.AddMinutes(1), "\"in\"", "\"out\"", "\"waiting\"", null),
        Instances.Of(An.Instance("one", OrchestrationRuntimeStatus.Completed)));

    [Fact]
    public void A_failed_instance_has_its_failure_and_no_output() => Assert.Equal(
        new OrchestrationInstance(
            "one", "booking", OrchestrationStatus.Failed, An.Hour, An.Hour.AddMinutes(1), "\"in\"", null, "\"waiting\"",
            new FailureDetails("System.TimeoutException", "busy", "at somewhere")),
        Instances.Of(An.Instance("one", OrchestrationRuntimeStatus.Failed)));
}
