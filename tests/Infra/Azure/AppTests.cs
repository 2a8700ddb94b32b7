using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nots.Infra.Tests.Azure;

/// <summary>What there is on Azure: the function app, what it may do, and how a release replaces the one before.</summary>
public sealed partial class AppTests
{
    /// <summary>Names that Azure wants without hyphens, fixed, or as a GUID.</summary>
    private static readonly string[] NamesOfAzure =
    [
        "Microsoft.Authorization/roleAssignments", "Microsoft.Storage/storageAccounts", "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts/blobServices/containers",
        "Microsoft.Web/sites/config", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "Microsoft.Sql/servers/databases", "Microsoft.Sql/servers/firewallRules",
        "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials", "Microsoft.Insights/workbooks",
    ];

    [Fact]
    public async Task Everything_is_called_nots_resource_environment()
    {
        var resources = (await ArmTemplate.BuildAsync("main.bicep")).Resources.Concat((await ArmTemplate.BuildAsync("bootstrap.bicep")).Resources)
            .Where(resource => !NamesOfAzure.Contains((string)resource["type"]!)).Select(resource => (string)resource["name"]!).ToList();
        Assert.True(resources.Count > 10);
        Assert.All(resources, name => Assert.Matches(Name(), name));
    }

    [Fact]
    public async Task It_is_an_isolated_net_10_app_on_flex_consumption()
    {
        var template = await ArmTemplate.BuildAsync("main.bicep");
        Assert.Equal("FC1", (string?)template.Single("Microsoft.Web/serverfarms")["sku"]!["name"]);
        Assert.Equal("""{"name":"dotnet-isolated","version":"10.0"}""", Config(template)["runtime"]!.ToJsonString());
    }

    [Fact]
    public async Task A_release_rolls_over_unless_told_otherwise()
    {
        var template = await ArmTemplate.BuildAsync("main.bicep");
        Assert.Equal("[parameters('siteUpdateStrategy')]", (string?)Config(template)["siteUpdateStrategy"]!["type"]);
        Assert.Equal("RollingUpdate", (string?)template.Body["parameters"]!["siteUpdateStrategy"]!["defaultValue"]);
        // With one instance there is nothing to roll over to.
        Assert.True((int)(await ArmTemplate.ParametersAsync("production"))["alwaysReadyInstances"]!["value"]! >= 2);
    }

    /// <summary>Azure scales by the store that <c>host.json</c> names, and settings name another: nobody would start an instance for orchestrations.</summary>
    [Fact]
    public async Task An_instance_for_orchestrations_is_always_there()
    {
        var ready = (string?)Config(await ArmTemplate.BuildAsync("main.bicep"))["scaleAndConcurrency"]!["alwaysReady"];
        Assert.StartsWith("[concat(createArray(createObject('name', 'durable', 'instanceCount', max(parameters('alwaysReadyInstances'), 1)))", ready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_orchestrations_are_kept_can_be_chosen()
    {
        var parameter = (await ArmTemplate.BuildAsync("main.bicep")).Body["parameters"]!["durableStore"]!;
        Assert.Equal(["scheduler", "mssql", "azureStorage"], parameter["allowedValues"]!.AsArray().Select(value => (string)value!));
    }

    /// <summary>By its object's id it could not sign in: <c>az sql server create --external-admin-sid</c> tells which of the two Azure SQL looks at.</summary>
    [Fact]
    public async Task The_durable_database_knows_the_app_by_its_client_id()
    {
        var template = await ArmTemplate.BuildAsync("main.bicep");
        Assert.Equal("[parameters('clientId')]", (string?)template.Single("Microsoft.Sql/servers")["properties"]!["administrators"]!["sid"]);
        Assert.EndsWith(".clientId]", (string?)template.Arguments("sql")["clientId"]!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_or_password_opens_anything()
    {
        var template = await ArmTemplate.BuildAsync("main.bicep");
        Assert.False((bool)template.Single("Microsoft.Storage/storageAccounts")["properties"]!["allowSharedKeyAccess"]!);
        Assert.False((bool)template.Single("Microsoft.Storage/storageAccounts")["properties"]!["allowBlobPublicAccess"]!);
        Assert.True((bool)template.Single("Microsoft.Insights/components")["properties"]!["DisableLocalAuth"]!);
        Assert.True((bool)template.Single("Microsoft.Sql/servers")["properties"]!["administrators"]!["azureADOnlyAuthentication"]!);
        Assert.True((bool)template.Single("Microsoft.Web/sites")["properties"]!["httpsOnly"]!);
        Assert.DoesNotContain("listKeys", template.Body.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_app_and_its_deployer_have_the_roles_that_the_deployer_may_give_and_no_others()
    {
        var given = RoleId().Matches((await ArmTemplate.BuildAsync("main.bicep")).Body.ToJsonString()).Select(match => match.Value).ToHashSet();
        var grantable = (await ArmTemplate.BuildAsync("bootstrap.bicep")).Body["variables"]!["grantableRoles"]!.AsArray().Select(role => (string)role!).ToHashSet();
        Assert.Equal(grantable.Order(), given.Order());
    }

    /// <summary>A variable that GitHub does not have is an empty text, and not a fault, to whoever reads it.</summary>
    [Fact]
    public async Task What_only_an_account_knows_is_not_left_empty()
    {
        var parameters = (await ArmTemplate.BuildAsync("main.bicep")).Body["parameters"]!;
        var read = (await ArmTemplate.ParametersAsync("production")).Where(parameter => Samples.Environment.Values.Contains((string?)(parameter.Value!["value"] as JsonValue)?.ToString())).ToList();
        Assert.Equal(Samples.Environment.Count, read.Count);
        Assert.All(read, parameter => Assert.Equal(1, (int?)parameters[parameter.Key]!["minLength"]));
    }

    [Fact]
    public async Task There_is_one_page_to_look_at_when_an_alert_fires()
    {
        var template = await ArmTemplate.BuildAsync("main.bicep");
        var workbook = template.Single("Microsoft.Insights/workbooks")["properties"]!;
        Assert.Equal("[format('nots-operations-{0}', parameters('environmentName'))]", (string?)workbook["displayName"]);
        Assert.Contains("variables('charts')", (string?)workbook["serializedData"], StringComparison.Ordinal);
        var titles = template.Module("dashboard")["variables"]!["figures"]!.AsArray().Select(figure => (string)figure!["title"]!);
        Assert.Superset(new HashSet<string> { "Requests", "Time to answer, milliseconds", "Dead letters", "Errors" }, titles.ToHashSet());
    }

    [Fact]
    public async Task GitHub_is_trusted_for_one_repository_and_one_environment()
    {
        var credential = (await ArmTemplate.BuildAsync("bootstrap.bicep")).Single("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials")["properties"]!;
        Assert.Equal("https://token.actions.githubusercontent.com", (string?)credential["issuer"]);
        Assert.Equal("[format('repo:{0}:environment:{1}', parameters('gitHubRepository'), parameters('environmentName'))]", (string?)credential["subject"]);
    }

    [Fact]
    public async Task The_vault_has_the_secrets_of_the_runbook()
    {
        var settings = (await ArmTemplate.BuildAsync("main.bicep")).Body["variables"]!["secretSettings"]!.AsObject().Select(setting => (string)setting.Value!).ToHashSet();
        var told = Repository.Text("infra", "azure", "bootstrap.bicep");
        var names = Facts.Secrets.Select(name => name["nots/".Length..].Replace('/', '-')).ToList();
        Assert.All(names.Concat(settings), name => Assert.Contains(name, told, StringComparison.Ordinal));
        Assert.Superset(names.Where(name => name.StartsWith("stripe", StringComparison.Ordinal)).ToHashSet(), settings);
    }

    private static JsonNode Config(ArmTemplate template) => template.Single("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!;

    [GeneratedRegex(@"^\[format\('nots-[a-z{0}-]+(-\{[01]\})', .*parameters\('environmentName'\)\)\]\z|^\[format\('\{0\}/\{1\}', format\('nots-[a-z]+-\{0\}', parameters\('environmentName'\)\), format\('nots-[a-z]+-\{0\}', parameters\('environmentName'\)\)\)\]\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex RoleId();
}
