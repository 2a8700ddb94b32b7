using System.Text.Json.Nodes;
using Nots.Domain.Users;

namespace Nots.Infra.Tests.Aws;

/// <summary>Who may sign in, and which machines are trusted without a key.</summary>
public sealed class IdentityTests
{
    private static readonly CloudFormationTemplate Data = CloudFormationTemplate.Load("data.yaml");

    private static readonly CloudFormationTemplate Bootstrap = CloudFormationTemplate.Load("bootstrap.yaml");

    [Fact]
    public void A_password_has_eight_characters_of_four_kinds()
    {
        Assert.Equal(
            """{"MinimumLength":"8","RequireUppercase":"true","RequireLowercase":"true","RequireNumbers":"true","RequireSymbols":"true","TemporaryPasswordValidityDays":"3"}""",
            Data["Users"]["Policies"]!["PasswordPolicy"]!.ToJsonString());
    }

    [Fact]
    public void An_address_is_verified_and_a_second_factor_is_ones_own_choice()
    {
        Assert.Equal("""["email"]""", Data["Users"]["AutoVerifiedAttributes"]!.ToJsonString());
        Assert.Equal("OPTIONAL", (string?)Data["Users"]["MfaConfiguration"]);
    }

    [Fact]
    public void There_is_a_group_for_each_role_of_the_platform()
    {
        var groups = Data.OfType("AWS::Cognito::UserPoolGroup").Select(group => (string)group.Value["GroupName"]!).Order(StringComparer.Ordinal);
        Assert.Equal(Enum.GetNames<Role>().Select(role => role.ToLowerInvariant()).Order(StringComparer.Ordinal), groups);
        Assert.Equal(["admin", "customer", "dispatcher", "driver", "owner"], groups);
    }

    [Fact]
    public void An_access_token_holds_for_an_hour_and_no_client_has_a_secret_to_lose()
    {
        var client = Data["UsersClient"];
        Assert.Equal(("1", "hours"), ((string?)client["AccessTokenValidity"], (string?)client["TokenValidityUnits"]!["AccessToken"]));
        Assert.Equal("false", (string?)client["GenerateSecret"]);
    }

    [Fact]
    public void The_secrets_of_the_runbook_are_there_and_their_values_are_not()
    {
        var secrets = Bootstrap.OfType("AWS::SecretsManager::Secret").ToList();
        Assert.Superset(Facts.Secrets.Select(name => $"{name}-production").ToHashSet(), secrets.Select(secret => Values.Of(secret.Value["Name"])).ToHashSet());
        Assert.All(secrets, secret => Assert.Null(secret.Value["SecretString"]));
    }

    [Fact]
    public void GitHub_is_trusted_for_one_repository_and_one_environment()
    {
        var trust = Bootstrap["DeployRole"]["AssumeRolePolicyDocument"]!["Statement"]!.AsArray().Single()!;
        Assert.Equal("sts:AssumeRoleWithWebIdentity", (string?)trust["Action"]);
        Assert.Equal("sts.amazonaws.com", (string?)trust["Condition"]!["StringEquals"]!["token.actions.githubusercontent.com:aud"]);
        Assert.Equal("repo:${GitHubRepository}:environment:${Environment}", (string?)trust["Condition"]!["StringEquals"]!["token.actions.githubusercontent.com:sub"]!["Fn::Sub"]);
    }

    [Fact]
    public void The_azure_app_is_trusted_by_its_own_identity_and_for_one_audience()
    {
        var trust = JsonNode.Parse((string)Data["AzureRole"]["AssumeRolePolicyDocument"]!["Fn::Sub"]!)!["Statement"]!.AsArray().Single()!;
        Assert.Equal("sts:AssumeRoleWithWebIdentity", (string?)trust["Action"]);
        Assert.Equal(
            """{"sts.windows.net/${AzureTenantId}/:aud":"${AzureAudience}","sts.windows.net/${AzureTenantId}/:sub":"${AzurePrincipalId}"}""",
            trust["Condition"]!["StringEquals"]!.ToJsonString());
        Assert.Equal("https://sts.windows.net/${AzureTenantId}/", (string?)Bootstrap["AzureProvider"]["Url"]!["Fn::Sub"]);
    }

    [Fact]
    public void Nobody_has_an_access_key() =>
        Assert.All(CloudFormationTemplate.Files, file => Assert.DoesNotContain("AWS::IAM::AccessKey", File.ReadAllText(file), StringComparison.Ordinal));
}
