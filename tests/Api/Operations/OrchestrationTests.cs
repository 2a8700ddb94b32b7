using System.Net;
using Microsoft.DurableTask.Client;
using Nots.Api.Tests.Support;
using Nots.Application.Operations;
using Nots.Application.Storage;
using Nots.Domain.Audit;

namespace Nots.Api.Tests.Operations;

public sealed class OrchestrationTests
{
    private const string Path = "/v1/ops/orchestrations";
    private const string Running = """{"instanceId":"booking_1","name":"booking","status":"running","createdAt":"2026-12-08T14:30:00Z","updatedAt":"2026-12-08T14:30:00Z","customStatus":{"stage":"payment","waitingFor":"card"}""";

    [Fact]
    public async Task Instances_are_listed_newest_first_and_the_position_travels_in_a_cursor()
    {
        await using var host = await StartAsync(OrchestrationStatus.Running);
        host.Orchestrations.Instances["booking_2"] = A.Instance("booking_2", OrchestrationRuntimeStatus.Running);
        host.Orchestrations.Instances["booking_3"] = A.Instance("booking_3", OrchestrationRuntimeStatus.Failed);
        var token = host.Issuer.Token("dee", "dispatcher");

        var first = await host.GetAsync($"{Path}?status=running&name=booking&limit=1", token);
        var cursor = first.Json.GetProperty("pagination").GetProperty("nextCursor").GetString();
        var second = await host.GetAsync($"{Path}?status=running&name=booking&limit=1&cursor={cursor}", token);
        var foreign = await host.GetAsync($"{Path}?status=failed&name=booking&cursor={cursor}", token);

        Assert.Equal("booking_2", first.Json.GetProperty("orchestrations")[0].GetProperty("instanceId").GetString());
        Assert.Equal($"[{Running}}}]", second.Json.GetProperty("orchestrations").GetRawText());
        Assert.False(second.Json.GetProperty("pagination").GetProperty("hasMore").GetBoolean());
        Assert.Equal(["cursor:cursor"], foreign.Faults);
    }

    [Fact]
    public async Task An_instance_comes_with_its_history_when_asked()
    {
        await using var host = await StartAsync(OrchestrationStatus.Running);
        var token = host.Issuer.Token("dee", "dispatcher");

        Assert.Equal($"{Running},\"input\":null,\"output\":null,\"failure\":null}}", (await host.GetAsync($"{Path}/booking_1", token)).Body);
        Assert.Equal(
            """[{"sequence":0,"at":"2026-12-08T14:30:00Z","type":"executionStarted","name":"booking","payload":{"a":1}}]""",
            (await host.GetAsync($"{Path}/booking_1?history=true", token)).Json.GetProperty("history").GetRawText());
        Assert.Equal(["history:type"], (await host.GetAsync($"{Path}/booking_1?history=yes", token)).Faults);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"{Path}/booking_2", token)).Status);
    }

    [Theory]
    [InlineData("suspend", OrchestrationStatus.Running, OrchestrationStatus.Suspended)]
    [InlineData("resume", OrchestrationStatus.Suspended, OrchestrationStatus.Running)]
    [InlineData("terminate", OrchestrationStatus.Suspended, OrchestrationStatus.Terminated)]
    public async Task A_control_is_carried_out_for_its_reason_and_audited(string verb, OrchestrationStatus before, OrchestrationStatus after)
    {
        await using var host = await StartAsync(before);

        var answer = await host.PostAsync($"{Path}/booking_1/{verb}", """{"reason":"Stripe is down"}""", host.Issuer.Token("al", "admin"));

        Assert.Equal((HttpStatusCode.OK, Domain.Common.Wire.Name(after)), (answer.Status, answer.Text("status")));
        Assert.Equal([$"{after} booking_1 Stripe is down"], host.Orchestrations.Calls);
        var entry = Assert.Single(host.Table.All<AuditEntry>());
        Assert.Equal(("al", $"ops.{verb}", "booking_1", Domain.Common.Wire.Name(before), "Stripe is down", "127.0.0.1"), (entry.By.Id, entry.Action, entry.Subject, entry.From, entry.To, entry.Address));
    }

    [Theory]
    [InlineData("suspend", OrchestrationStatus.Completed)]
    [InlineData("terminate", OrchestrationStatus.Failed)]
    [InlineData("resume", OrchestrationStatus.Running)]
    [InlineData("events/changed", OrchestrationStatus.Terminated)]
    [InlineData("restart", OrchestrationStatus.Running)]
    [InlineData("restart", OrchestrationStatus.Completed)]
    [InlineData("purge", OrchestrationStatus.Suspended)]
    public async Task A_control_that_does_not_fit_is_a_conflict_and_not_carried_out(string verb, OrchestrationStatus status)
    {
        await using var host = await StartAsync(status);

        var answer = await host.PostAsync($"{Path}/booking_1/{verb}", """{"reason":"x"}""", host.Issuer.Token("al", "admin"));

        Assert.Equal((HttpStatusCode.Conflict, Domain.Common.Wire.Name(status)), (answer.Status, answer.Error.GetProperty("details").GetProperty("status").GetString()));
        Assert.Empty(host.Orchestrations.Calls);
        Assert.Empty(host.Table.All<AuditEntry>());
    }

    [Theory]
    [InlineData(OrchestrationStatus.Failed)]
    [InlineData(OrchestrationStatus.Terminated)]
    public async Task An_instance_that_failed_or_was_terminated_runs_again(OrchestrationStatus before)
    {
        await using var host = await StartAsync(before);

        var answer = await host.PostAsync($"{Path}/booking_1/restart", """{"reason":"Stripe is back"}""", host.Issuer.Token("al", "admin"));

        Assert.Equal((HttpStatusCode.OK, "pending"), (answer.Status, answer.Text("status")));
        Assert.Equal(["Pending booking_1 again"], host.Orchestrations.Calls);
        var entry = Assert.Single(host.Table.All<AuditEntry>());
        Assert.Equal(("al", "ops.restart", "Stripe is back"), (entry.By.Id, entry.Action, entry.To));
    }

    [Fact]
    public async Task Suspending_twice_answers_the_same_and_asks_the_backend_once()
    {
        await using var host = await StartAsync(OrchestrationStatus.Running);
        var token = host.Issuer.Token("al", "admin");

        var first = await host.PostAsync($"{Path}/booking_1/suspend", """{"reason":"x"}""", token);
        var second = await host.PostAsync($"{Path}/booking_1/suspend", """{"reason":"x"}""", token);

        Assert.Equal((first.Status, first.Body), (second.Status, second.Body));
        Assert.Equal(["Suspended booking_1 x"], host.Orchestrations.Calls);
    }

    [Fact]
    public async Task An_instance_that_has_ended_is_forgotten_and_shown_once_more()
    {
        await using var host = await StartAsync(OrchestrationStatus.Failed);
        var token = host.Issuer.Token("al", "admin");

        var purged = await host.PostAsync($"{Path}/booking_1/purge", """{"reason":"a mistake"}""", token);
        var again = await host.PostAsync($"{Path}/booking_1/purge", """{"reason":"a mistake"}""", token);

        Assert.Equal((HttpStatusCode.OK, "failed", HttpStatusCode.NotFound), (purged.Status, purged.Text("status"), again.Status));
        Assert.Equal(["purge booking_1"], host.Orchestrations.Calls);
        Assert.Equal(("ops.purge", "a mistake"), (host.Table.All<AuditEntry>().Single() is var entry ? entry.Action : "", entry.To));
    }

    [Fact]
    public async Task A_payload_that_no_string_can_hold_is_a_fault()
    {
        await using var host = await StartAsync(OrchestrationStatus.Running);

        var answer = await host.PostAsync($"{Path}/booking_1/events/changed", """{"reason":"lost","payload":{"a":["\ud800"]}}""", host.Issuer.Token("al", "admin"));

        Assert.Equal(["payload:format"], answer.Faults);
        Assert.Empty(host.Orchestrations.Calls);
    }

    [Theory]
    [InlineData("{}", "reason:required")]
    [InlineData("""{"reason":"  "}""", "reason:required")]
    [InlineData("""{"reason":1}""", "reason:type")]
    [InlineData("""{"reason":"x","force":true}""", "force:unknown")]
    public async Task A_control_needs_a_reason_and_nothing_else(string body, string fault)
    {
        await using var host = await StartAsync(OrchestrationStatus.Running);

        Assert.Equal([fault], (await host.PostAsync($"{Path}/booking_1/terminate", body, host.Issuer.Token("al", "admin"))).Faults);
    }

    [Fact]
    public async Task An_event_is_raised_with_its_payload_or_without_one()
    {
        await using var host = await StartAsync(OrchestrationStatus.Running);
        var token = host.Issuer.Token("al", "admin");

        await host.PostAsync($"{Path}/booking_1/events/changed", """{"reason":"lost"}""", token);
        await host.PostAsync($"{Path}/booking_1/events/changed", """{"reason":"lost","payload":{"n":[1,null]}}""", token);

        Assert.Equal(["raise booking_1 changed ", """raise booking_1 changed {"n":[1,null]}"""], host.Orchestrations.Calls);
        Assert.Equal(["ops.raise.changed", "ops.raise.changed"], host.Table.All<AuditEntry>().Select(entry => entry.Action));
    }

    [Fact]
    public async Task What_cannot_be_audited_is_not_done()
    {
        await using var host = await StartAsync(OrchestrationStatus.Running);
        host.Table.Fault = new StorageUnavailableException("down");

        var answer = await host.PostAsync($"{Path}/booking_1/terminate", """{"reason":"x"}""", host.Issuer.Token("al", "admin"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Empty(host.Orchestrations.Calls);
    }

    private static async Task<ApiHost> StartAsync(OrchestrationStatus status)
    {
        var host = await ApiHost.StartAsync();
        host.Orchestrations.Instances["booking_1"] = A.Instance("booking_1", Enum.Parse<OrchestrationRuntimeStatus>(status.ToString()));
        return host;
    }
}
