using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Common;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Storage.Tests.DynamoDb;

/// <summary>Azure's token of this program becomes keys of AWS, which requests are then signed with.</summary>
public sealed class WebIdentityTests
{
    private static readonly DynamoDbOptions Options = new()
    {
        Credentials = DynamoDbCredentials.WebIdentity,
        RoleArn = "arn:aws:iam::123456789012:role/nots",
        RoleSessionName = "nots-api",
        IdentityAudience = "api://nots-aws",
        Attempts = 1,
    };

    [Fact]
    public async Task The_token_is_shown_to_AWS_and_the_keys_it_gives_sign_every_request()
    {
        var http = new Recorder(_ => Keys);
        var identity = new Identity("azure-token");
        using var client = Client(identity, http);

        await GetAsync(client);
        await GetAsync(client);

        var (target, authorization, body) = Assert.Single(http.Requests, request => request.Host.StartsWith("sts.", StringComparison.Ordinal)) is var asked
            ? (asked.Host, asked.Authorization, HttpUtility.ParseQueryString(asked.Body))
            : default;
        Assert.Equal(("sts.eu-west-2.amazonaws.com", ""), (target, authorization));
        Assert.Equal(
            ("AssumeRoleWithWebIdentity", Options.RoleArn, "nots-api", "azure-token", "3600"),
            (body["Action"], body["RoleArn"], body["RoleSessionName"], body["WebIdentityToken"], body["DurationSeconds"]));
        Assert.Equal("api://nots-aws/.default", Assert.Single(identity.Scopes));
        var signed = http.Requests.Where(request => request.Host.StartsWith("dynamodb.", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, signed.Count);
        Assert.All(signed, request => Assert.Contains("Credential=ASIATEMPORARY/", request.Authorization, StringComparison.Ordinal));
        Assert.All(signed, request => Assert.Equal("session-token", request.SessionToken));
    }

    [Fact]
    public async Task Without_a_token_the_table_is_unavailable()
    {
        using var client = Client(new Identity(null), new Recorder(_ => Keys));

        var fault = await Assert.ThrowsAsync<TableUnavailableException>(() => GetAsync(client));

        Assert.Contains("no identity here", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "AccessDenied")]
    [InlineData(HttpStatusCode.InternalServerError, "InternalFailure")]
    public async Task When_AWS_gives_no_keys_the_table_is_unavailable(HttpStatusCode status, string code)
    {
        using var client = Client(new Identity("azure-token"), new Recorder(_ => new HttpResponseMessage(status)
        {
            Content = new StringContent($"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>", Encoding.UTF8, "text/xml"),
        }));

        await Assert.ThrowsAsync<TableUnavailableException>(() => GetAsync(client));
    }

    private static HttpResponseMessage Keys => new(HttpStatusCode.OK)
    {
        Content = new StringContent(
            """
            <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>
            <AccessKeyId>ASIATEMPORARY</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>session-token</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>
            </Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
            """,
            Encoding.UTF8,
            "text/xml"),
    };

    private static AmazonDynamoDBClient Client(TokenCredential identity, HttpClientFactory http) => new(
        new WebIdentityCredentials(Options, identity, http),
        new AmazonDynamoDBConfig { RegionEndpoint = Amazon.RegionEndpoint.EUWest2, HttpClientFactory = http, MaxErrorRetry = 0 });

    private static Task<TableItem?> GetAsync(AmazonDynamoDBClient client)
    {
        var time = new FakeTimeProvider();
        return new DynamoDbTable(client, Options, time, new IdSource(time)).GetAsync(new TableKey("P", "1"), Consistency.Strong, TestContext.Current.CancellationToken);
    }

    private sealed class Identity(string? token) : TokenCredential
    {
        public ConcurrentQueue<string> Scopes { get; } = new();

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.Enqueue(requestContext.Scopes.Single());
            return token is null ? throw new CredentialUnavailableException("no identity here") : new AccessToken(token, DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed record Request(string Host, string Authorization, string SessionToken, string Body);

    /// <summary>AWS: its token service answers as told, its DynamoDB has nothing.</summary>
    private sealed class Recorder(Func<Request, HttpResponseMessage> sts) : HttpClientFactory
    {
        public ConcurrentQueue<Request> Requests { get; } = new();

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        private sealed class Handler(Recorder recorder) : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var seen = new Request(
                    request.RequestUri!.Host, Header(request, "Authorization"), Header(request, "X-Amz-Security-Token"), await request.Content!.ReadAsStringAsync(cancellationToken));
                recorder.Requests.Enqueue(seen);
                return seen.Host.StartsWith("sts.", StringComparison.Ordinal)
                    ? recorder._answer(seen)
                    : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}", Encoding.UTF8, "application/x-amz-json-1.0") };
            }

            private static string Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? string.Concat(values) : "";
        }

        private readonly Func<Request, HttpResponseMessage> _answer = sts;
    }
}
