namespace Nots.Infra.Tests.Settings;

/// <summary>What the clouds give to the app is what the app reads, and all that it needs.</summary>
public sealed class DeployedSettingsTests
{
    private static readonly string[] NotOnBothClouds =
    [
        // The identity's token is how one cloud's app reaches the other's table.
        "Nots__DynamoDb__Credentials", "Nots__DynamoDb__RoleArn", "Nots__DynamoDb__IdentityAudience", "Nots__DynamoDb__IdentityClientId",
    ];

    [Fact]
    public void Aws_sets_nothing_that_nobody_reads() => Assert.Empty(Unknown(DeployedSettings.Aws().Keys));

    [Fact]
    public async Task Azure_sets_nothing_that_nobody_reads() => Assert.Empty(Unknown((await DeployedSettings.AzureAsync()).Keys));

    [Fact]
    public void Aws_sets_all_that_production_needs() => Assert.Empty(DeclaredSettings.Faults(DeployedSettings.Aws()));

    [Fact]
    public async Task Azure_sets_all_that_production_needs() => Assert.Empty(DeclaredSettings.Faults(await DeployedSettings.AzureAsync()));

    [Fact]
    public async Task Both_clouds_set_the_same_settings_of_the_platform()
    {
        var aws = Own(DeployedSettings.Aws().Keys);
        var azure = Own((await DeployedSettings.AzureAsync()).Keys);
        Assert.Equal(aws, azure);
    }

    /// <summary>The Functions host passes a trace on as one that nobody records.</summary>
    [Fact]
    public void Aws_records_the_platforms_spans_whatever_the_host_says() => Assert.Equal("always_on", DeployedSettings.Aws()["OTEL_TRACES_SAMPLER"]);

    [Fact]
    public async Task Secrets_come_from_a_vault_on_either_cloud()
    {
        var secret = DeclaredSettings.OfApp.Where(setting => setting.IsSecret).Select(DeclaredSettings.Variable).ToHashSet();
        var set = DeployedSettings.Aws().Keys.Concat((await DeployedSettings.AzureAsync()).Keys).Where(secret.Contains).Distinct().Order().ToList();
        var vaults = (await Azure.ArmTemplate.BuildAsync("main.bicep")).Body["variables"]!["secretSettings"]!.AsObject().Select(setting => setting.Key).Order().ToList();
        Assert.Equal(set, vaults);
        Assert.Superset(set.ToHashSet(), DeployedSettings.AwsSecrets().ToHashSet());
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> names) => names.Where(name => !DeclaredSettings.Variables.Contains(FirstOfList(name)));

    private static string FirstOfList(string name) => char.IsAsciiDigit(name[^1]) && name[..^1].EndsWith("__", StringComparison.Ordinal) ? name[..^1] + "0" : name;

    private static List<string> Own(IEnumerable<string> names) =>
        [.. names.Where(name => name.StartsWith(DeclaredSettings.Prefix, StringComparison.Ordinal)).Except(NotOnBothClouds).Order(StringComparer.Ordinal)];
}
