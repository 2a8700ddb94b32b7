using System.Text.Json.Nodes;
using Nots.Infra.Tests.Aws;
using Nots.Infra.Tests.Azure;

namespace Nots.Infra.Tests;

/// <summary>Both clouds wake somebody for the same reasons.</summary>
public sealed class AlarmTests
{
    private const string DeadLetterLine = "goes to the dead letters";

    private static IEnumerable<JsonNode> Aws => CloudFormationTemplate.Load("alarms.yaml").OfType("AWS::CloudWatch::Alarm").Select(alarm => alarm.Value);

    [Fact]
    public void Aws_has_the_alarms_of_the_runbook()
    {
        var alarms = Aws.ToDictionary(alarm => Values.Of(alarm["AlarmName"]), alarm => double.Parse((string)alarm["Threshold"]!));
        Assert.Equal(Facts.Alarms.ToDictionary(alarm => $"{alarm.Key}-production", alarm => alarm.Value), alarms);
        Assert.All(Aws, alarm => Assert.Equal("GreaterThanThreshold", (string?)alarm["ComparisonOperator"]));
    }

    [Fact]
    public void Aws_looks_at_five_minutes_and_tells_the_topic()
    {
        var periods = Aws.SelectMany(alarm => alarm["Period"] is { } own ? [own] : alarm["Metrics"]!.AsArray().Select(metric => metric!["MetricStat"]?["Period"]).OfType<JsonNode>());
        Assert.All(periods, period => Assert.Equal(Facts.AlarmSeconds, int.Parse((string)period!)));
        Assert.All(Aws, alarm => Assert.Equal("TopicArn", (string?)alarm["AlarmActions"]!.AsArray().Single()!["Ref"]));
        Assert.Equal("nots-alerts-production", Values.Of(CloudFormationTemplate.Load("template.yaml")["Alerts"]["TopicName"]));
    }

    /// <summary>Where the app runs on Azure there is still the table to look at.</summary>
    [Fact]
    public void There_is_a_page_to_look_at_wherever_the_app_runs()
    {
        var dashboard = CloudFormationTemplate.Load("alarms.yaml").Resources["Dashboard"]!;
        Assert.Null(dashboard["Condition"]);
        Assert.Equal("nots-operations-production", Values.Of(dashboard["Properties"]!["DashboardName"]));
        var bodies = dashboard["Properties"]!["DashboardBody"]!["Fn::If"]!.AsArray().Skip(1)
            .Select(body => JsonNode.Parse((string)body!["Fn::Sub"]!)!["widgets"]!.AsArray().Select(widget => (string)widget!["properties"]!["title"]!)).ToList();
        Assert.Equal(["Alarms", "Requests", "Time to answer, seconds", "Table", "Tasks", "Dead letters", "Errors"], bodies[0]);
        Assert.Equal(["Alarms", "Table"], bodies[1]);
    }

    [Fact]
    public async Task Azure_has_the_same_alarms()
    {
        var alerts = (await MonitoringAsync())["variables"]!["alerts"]!.AsArray().ToDictionary(alert => $"nots-{alert!["name"]}", alert => (double)alert!["threshold"]!);
        Assert.Equal(Facts.Alarms, alerts);
    }

    [Fact]
    public async Task Azure_looks_at_five_minutes_and_tells_the_group()
    {
        var rules = (await ArmTemplate.BuildAsync("main.bicep")).Single("Microsoft.Insights/scheduledQueryRules");
        Assert.Equal("[format('nots-{0}-{1}', variables('alerts')[copyIndex()].name, parameters('environmentName'))]", (string?)rules["name"]);
        Assert.Equal(("PT5M", "PT5M"), ((string?)rules["properties"]!["windowSize"], (string?)rules["properties"]!["evaluationFrequency"]));
        Assert.Equal("GreaterThan", (string?)rules["properties"]!["criteria"]!["allOf"]![0]!["operator"]);
        Assert.Contains("nots-alerts-", (string)rules["properties"]!["actions"]!["actionGroups"]![0]!, StringComparison.Ordinal);
    }

    /// <summary>When nothing is behind the load balancer it answers 503 itself, and does not count the request: a quotient of requests alone has no value then.</summary>
    [Theory]
    [InlineData("nots-api-5xx-production", "SUM([app, balancer])", "app HTTPCode_Target_5XX_Count, balancer HTTPCode_ELB_5XX_Count")]
    [InlineData("nots-api-errors-production", "100 * SUM([app, balancer]) / SUM([requests, balancer])", "app HTTPCode_Target_5XX_Count, balancer HTTPCode_ELB_5XX_Count, requests RequestCount")]
    public void An_api_with_nothing_behind_its_balancer_sounds_the_alarm(string name, string expression, string metrics)
    {
        var alarm = Aws.Single(alarm => Values.Of(alarm["AlarmName"]) == name);
        var parts = alarm["Metrics"]!.AsArray();
        Assert.Equal(expression, (string?)parts.Single(part => part!["Expression"] is not null)!["Expression"]);
        Assert.Equal(metrics, string.Join(", ", parts.Where(part => part!["MetricStat"] is not null).Select(part => $"{part!["Id"]} {part["MetricStat"]!["Metric"]!["MetricName"]}")));
    }

    /// <summary>Timers and activities are requests to Application Insights, too, and would hide failures of the API among their successes.</summary>
    [Fact]
    public async Task Azures_share_of_failures_is_of_the_apis_requests_alone() =>
        Assert.StartsWith("requests | where toint(resultCode) >= 100 | ", await QueryAsync("api-errors"), StringComparison.Ordinal);

    [Fact]
    public async Task The_line_of_a_dead_letter_is_the_one_that_the_platform_logs()
    {
        Assert.Contains(DeadLetterLine, Repository.Text("src", "Application", "Messages", "MessageSender.cs"), StringComparison.Ordinal);
        Assert.Equal($"\"{DeadLetterLine}\"", (string?)CloudFormationTemplate.Load("alarms.yaml")["DeadLetterLines"]["FilterPattern"]);
        Assert.Contains($"\"{DeadLetterLine}\"", await QueryAsync("dead-letters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_azure_counts_as_a_throttle_is_how_the_platform_answers_when_the_table_refuses() =>
        Assert.Contains($"resultCode) == {(int)System.Net.HttpStatusCode.ServiceUnavailable}", await QueryAsync("throttles"), StringComparison.Ordinal);

    [Fact]
    public void Throttles_of_the_table_and_of_each_index_count()
    {
        var metrics = Aws.Single(alarm => Values.Of(alarm["AlarmName"]) == "nots-throttles-production")["Metrics"]!.AsArray()
            .Select(metric => metric!["MetricStat"]?["Metric"]).OfType<JsonNode>()
            .Select(metric => $"{metric["MetricName"]} {(metric["Dimensions"]!.AsArray().Count == 2 ? metric["Dimensions"]![1]!["Value"] : "table")}");
        string[] places = ["table", "GSI1", "GSI2", "GSI3"];
        Assert.Equal(places.SelectMany(place => (string[])[$"ReadThrottleEvents {place}", $"WriteThrottleEvents {place}"]), metrics);
    }

    private static async Task<JsonNode> MonitoringAsync() => (await ArmTemplate.BuildAsync("main.bicep")).Module("monitoring");

    private static async Task<string> QueryAsync(string alert) =>
        (string)(await MonitoringAsync())["variables"]!["alerts"]!.AsArray().Single(one => (string?)one!["name"] == alert)!["query"]!;
}
