using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api;
using YamlDotNet.RepresentationModel;

namespace Nots.Infra.Tests.Aws;

/// <summary>The app as a container: how it is reached, and how a release replaces the one before.</summary>
public sealed class ContainerTests
{
    private static readonly CloudFormationTemplate App = CloudFormationTemplate.Load("app.yaml");

    private static readonly CloudFormationTemplate Network = CloudFormationTemplate.Load("network.yaml");

    private static readonly JsonNode Container = App["Task"]["ContainerDefinitions"]!.AsArray().Single(container => (string?)container!["Name"] == "api")!;

    [Fact]
    public void Its_port_is_the_same_in_the_image_the_task_the_target_groups_and_the_fire_wall()
    {
        var exposed = File.ReadLines(Repository.Path("Dockerfile")).Single(line => line.StartsWith("EXPOSE ", StringComparison.Ordinal))["EXPOSE ".Length..];
        Assert.Equal(exposed, (string?)Container["PortMappings"]![0]!["ContainerPort"]);
        Assert.Equal(exposed, (string?)App["Service"]["LoadBalancers"]![0]!["ContainerPort"]);
        Assert.All(Network.OfType("AWS::ElasticLoadBalancingV2::TargetGroup"), group => Assert.Equal(exposed, (string?)group.Value["Port"]));
        Assert.Equal(exposed, (string?)Network["AppAccess"]["SecurityGroupIngress"]![0]!["FromPort"]);
    }

    [Fact]
    public void It_gets_requests_only_when_it_says_that_it_is_ready()
    {
        var route = NotsEndpoints.All().Single(operation => operation.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName == "health-ready").RoutePattern.RawText;
        Assert.All(Network.OfType("AWS::ElasticLoadBalancingV2::TargetGroup"), group => Assert.Equal(route, (string?)group.Value["HealthCheckPath"]));
        Assert.Equal(route, (string?)Network["Health"]["HealthCheckConfig"]!["ResourcePath"]);
    }

    [Fact]
    public void A_release_is_green_beside_blue_and_alarms_call_it_back()
    {
        var deployment = App["Service"]["DeploymentConfiguration"]!;
        Assert.Equal("BLUE_GREEN", (string?)deployment["Strategy"]);
        Assert.Equal("""{"Enable":"true","Rollback":"true"}""", deployment["DeploymentCircuitBreaker"]!.ToJsonString());
        Assert.Equal("true", (string?)deployment["Alarms"]!["Rollback"]);
        var known = CloudFormationTemplate.Load("alarms.yaml").OfType("AWS::CloudWatch::Alarm").Select(alarm => Values.Of(alarm.Value["AlarmName"])).ToHashSet();
        Assert.Subset(known, deployment["Alarms"]!["AlarmNames"]!.AsArray().Select(Values.Of).ToHashSet());
    }

    /// <summary>CloudFormation would set it back to the template's with every release.</summary>
    [Fact]
    public void A_release_leaves_the_number_of_tasks_to_the_scaling()
    {
        Assert.Null(App["Service"]["DesiredCount"]);
        Assert.Equal("MinimumTasks", (string?)App["Scaling"]["MinCapacity"]!["Ref"]);
    }

    /// <summary>"DB Engine sqlserver-ex does not support encryption at rest", RDS has said, and its storage is encrypted here.</summary>
    [Fact]
    public void The_durable_store_is_of_an_edition_that_can_be_encrypted()
    {
        Assert.DoesNotContain("sqlserver-ex", CloudFormationTemplate.Load("template.yaml").Parameters["DurableEngine"]!["AllowedValues"]!.AsArray().Select(engine => (string)engine!));
        Assert.DoesNotContain("sqlserver-ex", Repository.Text("infra", "aws", "samconfig.toml"), StringComparison.Ordinal);
    }

    /// <summary>What the app sends and the collector does not know, it refuses: the platform's metrics would be lost.</summary>
    [Fact]
    public void The_collector_passes_on_the_traces_and_the_metrics_that_the_app_sends_it()
    {
        var collector = App["Task"]["ContainerDefinitions"]!.AsArray().Single(container => (string?)container!["Name"] == "collector")!;
        var configuration = new YamlStream();
        configuration.Load(new StringReader((string)collector["Environment"]![0]!["Value"]!["Fn::Sub"]!));
        var root = configuration.Documents.Single().RootNode;
        var address = $"http://{root["receivers"]["otlp"]["protocols"]["grpc"]["endpoint"]}";
        Assert.Contains(Container["Environment"]!.AsArray(), variable => (string?)variable!["Name"] == "OTEL_EXPORTER_OTLP_ENDPOINT" && (string?)variable["Value"] == address);
        var pipelines = ((YamlMappingNode)root["service"]["pipelines"]).ToDictionary(pipeline => (string)pipeline.Key!, pipeline => $"{pipeline.Value["receivers"][0]} {pipeline.Value["exporters"][0]}");
        Assert.Equal(new Dictionary<string, string> { ["traces"] = "otlp awsxray", ["metrics"] = "otlp awsemf" }, pipelines);
        var allowed = App["TaskRole"]["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray().SelectMany(statement => statement!["Action"]!.AsArray()).Select(action => (string)action!);
        Assert.Superset(new HashSet<string> { "xray:PutTraceSegments", "logs:PutLogEvents", "logs:CreateLogStream" }, allowed.ToHashSet());
    }

    [Fact]
    public void The_image_is_a_commits_and_the_processor_can_be_chosen()
    {
        var parameters = CloudFormationTemplate.Load("template.yaml").Parameters;
        Assert.Equal("^[0-9a-f]{40}$", (string?)parameters["ImageTag"]!["AllowedPattern"]);
        Assert.Equal(["X86_64", "ARM64"], parameters["CpuArchitecture"]!["AllowedValues"]!.AsArray().Select(value => (string)value!));
        Assert.Equal("CpuArchitecture", (string?)App["Task"]["RuntimePlatform"]!["CpuArchitecture"]!["Ref"]);
        Assert.Equal("IMMUTABLE", (string?)CloudFormationTemplate.Load("bootstrap.yaml")["Images"]["ImageTagMutability"]);
    }

    [Fact]
    public void It_and_its_durable_store_are_in_private_subnets()
    {
        var network = App["Service"]["NetworkConfiguration"]!["AwsvpcConfiguration"]!;
        Assert.Equal("DISABLED", (string?)network["AssignPublicIp"]);
        Assert.Equal("PrivateSubnets", (string?)network["Subnets"]!["Ref"]);
        Assert.Equal("false", (string?)App["Durable"]["PubliclyAccessible"]);
        Assert.Equal("true", (string?)App["Durable"]["StorageEncrypted"]);
    }
}
