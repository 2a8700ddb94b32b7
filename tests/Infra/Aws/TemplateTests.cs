using System.Text.RegularExpressions;

namespace Nots.Infra.Tests.Aws;

/// <summary>That the templates are such as CloudFormation takes, as far as that can be known without it.</summary>
public sealed partial class TemplateTests
{
    /// <summary>Where AWS or the database itself has other rules for a name.</summary>
    private static readonly string[] NameProperties =
    [
        "AlarmName", "BucketName", "ClientName", "ClusterName", "DBInstanceIdentifier", "DBSubnetGroupName", "DashboardName", "Family", "FilterName", "LogGroupName",
        "ManagedPolicyName", "RepositoryName", "RoleName", "TableName", "TopicName", "UserPoolName",
    ];

    [Fact]
    public async Task Every_property_is_in_the_specification_of_aws_and_every_reference_leads_somewhere() =>
        (await Tool.LintAsync("cloudformation.mjs", CloudFormationTemplate.Files)).IsClean();

    [Fact]
    public void Everything_with_a_name_of_its_own_is_called_nots_resource_environment()
    {
        var names = CloudFormationTemplate.Files.Select(file => CloudFormationTemplate.Load(Path.GetFileName(file)))
            .SelectMany(template => template.Resources)
            .SelectMany(resource => NameProperties.Where(name => resource.Value!["Properties"]?[name] is not null and var value && value["Ref"] is null)
                .Select(name => $"{resource.Key}: {Values.Of(resource.Value!["Properties"]![name])}"));
        Assert.All(names, name => Assert.Matches(Name(), name));
    }

    [Fact]
    public void What_outlives_a_release_outlives_its_stack()
    {
        string[] kept = ["AWS::DynamoDB::GlobalTable", "AWS::S3::Bucket", "AWS::Cognito::UserPool", "AWS::RDS::DBInstance", "AWS::ECR::Repository", "AWS::Route53::HostedZone"];
        var resources = CloudFormationTemplate.Files.Select(file => CloudFormationTemplate.Load(Path.GetFileName(file)))
            .SelectMany(template => template.Resources).Where(resource => kept.Contains((string)resource.Value!["Type"]!)).ToList();
        Assert.Equal(10, resources.Count);
        Assert.All(resources, resource => Assert.Contains((string?)resource.Value!["UpdateReplacePolicy"], (string[])["Retain", "Snapshot"]));
    }

    /// <summary>What a failed first deployment left behind, under its own name, would be in the way of the second.</summary>
    [Fact]
    public void What_is_kept_is_not_kept_of_a_deployment_that_could_not_make_it()
    {
        var kept = CloudFormationTemplate.Files.Select(file => CloudFormationTemplate.Load(Path.GetFileName(file)))
            .SelectMany(template => template.Resources).Where(resource => resource.Value!["DeletionPolicy"] is not null).ToList();
        Assert.True(kept.Count > 10);
        Assert.All(kept, resource => Assert.Contains(
            ((string?)resource.Value!["DeletionPolicy"], (string?)resource.Value!["UpdateReplacePolicy"]),
            ((string?, string?)[])[("RetainExceptOnCreate", "Retain"), ("Snapshot", "Snapshot")]));
    }

    [Fact]
    public void Every_role_that_a_deployment_makes_has_the_boundary()
    {
        var roles = CloudFormationTemplate.Files.Where(file => !file.EndsWith("bootstrap.yaml", StringComparison.Ordinal))
            .SelectMany(file => CloudFormationTemplate.Load(Path.GetFileName(file)).OfType("AWS::IAM::Role")).ToList();
        Assert.Equal(5, roles.Count);
        Assert.All(roles, role => Assert.Equal("nots-boundary-production", Values.Of(role.Value["PermissionsBoundary"]!["Fn::ImportValue"])));
    }

    [GeneratedRegex(@"^\w+: nots-[a-z0-9]+(-[a-z0-9]+)*-production\z")]
    private static partial Regex Name();
}
