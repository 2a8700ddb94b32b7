using System.Text.Json;
using Nots.Functions.Settings;

namespace Nots.Functions.Tests.Hosting;

/// <summary>host.json against what the code expects of the host.</summary>
public sealed class HostJsonTests
{
    private static readonly JsonElement Host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json"))).RootElement;

    private static JsonElement Durable => Host.GetProperty("extensions").GetProperty("durableTask");

    [Fact]
    public void It_is_of_the_hosts_second_version_and_has_no_comments_which_some_tools_cannot_read() =>
        Assert.Equal("2.0", Host.GetProperty("version").GetString());

    [Fact]
    public void Operations_are_at_the_contracts_own_addresses_without_a_prefix() =>
        Assert.Equal("", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void The_task_hub_is_a_setting_of_each_environment_that_the_start_asks_for()
    {
        var hub = Durable.GetProperty("hubName").GetString()!;
        Assert.Contains((hub.Trim('%'), LocalSettings.Values[hub.Trim('%')]), FunctionsSettings.OfHost);
        // Azure Storage makes queues and tables of the name.
        Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,44}$", LocalSettings.Values[hub.Trim('%')]);
    }

    /// <summary>The path by which an app setting (<c>AzureFunctionsJobHost__…</c>) chooses another.</summary>
    [Fact]
    public void The_durable_store_is_Azure_Storage_unless_a_setting_says_otherwise() =>
        Assert.Equal("AzureStorage", Durable.GetProperty("storageProvider").GetProperty("type").GetString());

    /// <summary>An activity may take two minutes, and fails by itself then: see <c>TimedActivity</c>.</summary>
    [Fact]
    public void A_function_has_more_time_than_an_activity_takes() =>
        Assert.True(TimeSpan.Parse(Host.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture) > TimeSpan.FromMinutes(2));

    [Fact]
    public void Traces_flow_through_orchestrations_and_have_no_payloads_in_them()
    {
        var tracing = Durable.GetProperty("tracing");
        Assert.Equal(
            (true, "V2", false),
            (tracing.GetProperty("distributedTracingEnabled").GetBoolean(), tracing.GetProperty("version").GetString(), tracing.GetProperty("traceInputsAndOutputs").GetBoolean()));
    }

    [Fact]
    public void Concurrency_is_bounded_and_sessions_are_extended()
    {
        Assert.InRange(Durable.GetProperty("maxConcurrentActivityFunctions").GetInt32(), 1, 100);
        Assert.InRange(Durable.GetProperty("maxConcurrentOrchestratorFunctions").GetInt32(), 1, 100);
        Assert.True(Durable.GetProperty("extendedSessionsEnabled").GetBoolean());
    }

    /// <summary>What a host that was killed had taken from the queues comes back after this time; a busy one keeps renewing it.</summary>
    [Theory]
    [InlineData("controlQueueVisibilityTimeout")]
    [InlineData("workItemQueueVisibilityTimeout")]
    public void Work_of_a_host_that_died_goes_on_after_a_minute_which_is_the_least_that_the_store_takes(string name) =>
        Assert.Equal("00:01:00", Durable.GetProperty("storageProvider").GetProperty(name).GetString());

    /// <summary>An idle host looks for messages of other hosts, and for timers that are due, at least so often.</summary>
    [Fact]
    public void A_deadline_is_missed_by_seconds_at_most() =>
        Assert.Equal("00:00:05", Durable.GetProperty("storageProvider").GetProperty("maxQueuePollingInterval").GetString());

    /// <summary>A default here would let the log of every library through, a line for each request to Azure Storage among them.</summary>
    [Fact]
    public void The_host_logs_what_it_does_by_itself_and_no_library() =>
        Assert.False(Host.GetProperty("logging").GetProperty("logLevel").TryGetProperty("default", out _));

    /// <summary>An alarm counts lines of the log: a sampled one might be the one that it waits for.</summary>
    [Fact]
    public void Sampling_spares_requests_exceptions_and_the_log()
    {
        var sampling = Host.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings");
        Assert.True(sampling.GetProperty("isEnabled").GetBoolean());
        Assert.Equal(["Request", "Exception", "Trace"], sampling.GetProperty("excludedTypes").GetString()!.Split(';'));
    }

    [Fact]
    public void The_host_runs_nothing_again_by_itself() => Assert.False(Host.TryGetProperty("retry", out _));

    [Fact]
    public void The_sample_has_what_the_host_needs_on_a_laptop()
    {
        Assert.False(LocalSettings.Root.GetProperty("IsEncrypted").GetBoolean());
        Assert.Equal(
            ("UseDevelopmentStorage=true", "dotnet-isolated", "Development"),
            (LocalSettings.Values["AzureWebJobsStorage"], LocalSettings.Values["FUNCTIONS_WORKER_RUNTIME"], LocalSettings.Values["AZURE_FUNCTIONS_ENVIRONMENT"]));
    }
}
