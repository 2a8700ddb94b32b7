using System.Text.Json.Nodes;

namespace Nots.Infra.Tests.Aws;

/// <summary>Documents, websites and packages are kept encrypted, are nobody's but ours, and travel by TLS.</summary>
public sealed class BucketTests
{
    private static readonly IReadOnlyList<CloudFormationTemplate> Templates = [.. CloudFormationTemplate.Files.Select(file => CloudFormationTemplate.Load(Path.GetFileName(file)))];

    private static IEnumerable<KeyValuePair<string, JsonNode>> Buckets => Templates.SelectMany(template => template.OfType("AWS::S3::Bucket"));

    [Fact]
    public void There_are_those_of_the_runbook()
    {
        Assert.Equal(
            ["nots-dashboard-production", "nots-deployments-production", "nots-documents-production", "nots-driver-production", "nots-website-production"],
            Buckets.Select(bucket => Values.Of(bucket.Value["BucketName"])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_is_encrypted_and_private()
    {
        Assert.All(Buckets, bucket => Assert.Equal(
            "AES256", (string?)bucket.Value["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]!["SSEAlgorithm"]));
        Assert.All(Buckets, bucket => Assert.Equal(
            """{"BlockPublicAcls":"true","BlockPublicPolicy":"true","IgnorePublicAcls":"true","RestrictPublicBuckets":"true"}""",
            bucket.Value["PublicAccessBlockConfiguration"]!.ToJsonString()));
    }

    [Fact]
    public void Each_refuses_whoever_comes_without_tls()
    {
        var guarded = Templates.SelectMany(template => template.OfType("AWS::S3::BucketPolicy"))
            .Where(policy => policy.Value["PolicyDocument"]!["Statement"]!.AsArray().Any(RefusesPlain))
            .Select(policy => (string)policy.Value["Bucket"]!["Ref"]!).Order(StringComparer.Ordinal);
        Assert.Equal(Buckets.Select(bucket => bucket.Key).Order(StringComparer.Ordinal), guarded);
    }

    [Fact]
    public void Each_moves_what_is_old_to_a_cheaper_place_or_forgets_it() =>
        Assert.All(Buckets, bucket => Assert.NotEmpty(bucket.Value["LifecycleConfiguration"]!["Rules"]!.AsArray()));

    [Fact]
    public void The_documents_are_tiered_and_kept_in_versions()
    {
        var documents = Buckets.Single(bucket => bucket.Key == "Documents").Value;
        Assert.Equal("INTELLIGENT_TIERING", (string?)documents["LifecycleConfiguration"]!["Rules"]![0]!["Transitions"]![0]!["StorageClass"]);
        Assert.Equal("Enabled", (string?)documents["VersioningConfiguration"]!["Status"]);
    }

    [Fact]
    public void Three_websites_are_read_by_cloudfront_alone()
    {
        var sites = CloudFormationTemplate.Load("sites.yaml").OfType("AWS::CloudFront::Distribution").Select(site => site.Value["DistributionConfig"]!).ToList();
        Assert.Equal(["nots.co.uk", "dashboard.nots.co.uk", "driver.nots.co.uk"], sites.Select(site => Values.Of(site["Aliases"]![0])));
        Assert.All(sites, site => Assert.Equal("Access", (string?)site["Origins"]![0]!["OriginAccessControlId"]!["Ref"]));
        Assert.All(sites, site => Assert.Equal("redirect-to-https", (string?)site["DefaultCacheBehavior"]!["ViewerProtocolPolicy"]));
    }

    private static bool RefusesPlain(JsonNode? statement) =>
        (string?)statement!["Effect"] == "Deny" && (string?)statement["Condition"]?["Bool"]?["aws:SecureTransport"] == "false" && (string?)statement["Action"] == "s3:*";
}
