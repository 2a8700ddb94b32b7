using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Nots.Api.Tests.Support;
using Nots.Domain.Users;

namespace Nots.Api.Tests.Authentication;

public sealed class TokenTests
{
    private const string Open = "/v1/vehicle-classes";
    private const string Closed = "/v1/bookings";

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task A_token_of_the_issuer_is_accepted(string algorithm)
    {
        await using var host = await ApiHost.StartAsync();
        SecurityKey key = algorithm == "RS256" ? host.Issuer.Rsa : host.Issuer.Ec;

        var token = host.Issuer.Token("ada", [], descriptor => descriptor.SigningCredentials = new SigningCredentials(key, algorithm));

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(Closed, token)).Status);
    }

    public static TheoryData<string> Wrongs() =>
    [
        "expired", "not yet", "forged", "unknown key", "none", "hmac", "rs512", "issuer", "client", "no client", "identity token", "no expiry",
        "no subject", "garbage", "empty", "basic", "twice", "huge",
    ];

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_token_that_is_not_valid_is_refused_even_where_none_is_needed(string wrong)
    {
        await using var host = await ApiHost.StartAsync();
        using var stranger = RSA.Create(2048);

        foreach (var path in new[] { Open, Closed })
        {
            var answer = wrong switch
            {
                "basic" => await host.SendAsync(HttpMethod.Get, path, headers: ("Authorization", "Basic YTpi")),
                "twice" => await host.SendAsync(
                    HttpMethod.Get, path, null, null, "", ("Authorization", "Bearer " + host.Issuer.Token("ada")), ("Authorization", "Bearer " + host.Issuer.Token("ada"))),
                _ => await host.GetAsync(path, Wrong(host.Issuer, wrong, stranger)),
            };
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), (answer.Status, answer.Code));
            Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers["WWW-Authenticate"]);
        }
    }

    [Fact]
    public async Task Clocks_may_be_half_a_minute_apart()
    {
        await using var host = await ApiHost.StartAsync();
        var token = host.Issuer.Token("ada");

        host.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(29));
        var just = await host.GetAsync(Closed, token);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var over = await host.GetAsync(Closed, token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (just.Status, over.Status));
    }

    [Fact]
    public async Task A_missing_token_is_asked_for_and_a_wrong_role_is_refused()
    {
        await using var host = await ApiHost.StartAsync();

        var missing = await host.GetAsync("/v1/drivers");
        var customer = await host.GetAsync("/v1/drivers", host.Issuer.Token("ada", "customer"));

        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED", "Bearer"), (missing.Status, missing.Code, missing.Headers["WWW-Authenticate"]));
        Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), (customer.Status, customer.Code));
    }

    [Theory]
    [InlineData(new string[0], HttpStatusCode.Forbidden)]
    [InlineData(new[] { "gardeners", "Owner", "4" }, HttpStatusCode.Forbidden)]
    [InlineData(new[] { "dispatcher" }, HttpStatusCode.OK)]
    [InlineData(new[] { "customer", "admin", "driver" }, HttpStatusCode.OK)]
    public async Task The_highest_known_group_is_the_role_and_without_one_it_is_customer(string[] groups, HttpStatusCode status)
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(status, (await host.GetAsync("/v1/drivers", host.Issuer.Token("sam", groups))).Status);
    }

    [Fact]
    public async Task When_the_issuer_cannot_be_reached_nobody_is_called_a_forger()
    {
        await using var host = await ApiHost.StartAsync();
        var token = host.Issuer.Token("ada");
        await host.Issuer.DisposeAsync();

        var answer = await host.GetAsync(Closed, token);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "EXTERNAL_SERVICE_ERROR"), (answer.Status, answer.Code));
        Assert.True(answer.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task Whose_driver_a_user_is_is_looked_up_once_for_each_token()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.User("dan", Role.Driver, "driver_1"));
        var token = host.Issuer.Token("dan", "driver");

        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/drivers/driver_1", token)).Status);
        Assert.Equal(1, host.Table.UserReads);
        host.Time.Advance(TimeSpan.FromMinutes(40));
        await host.GetAsync("/v1/drivers/driver_1", token);
        Assert.Equal(1, host.Table.UserReads);
        await host.GetAsync("/v1/drivers/driver_1", host.Issuer.Token("dan", ["driver"], later => later.Expires = A.Now.UtcDateTime.AddHours(2)));

        Assert.Equal(2, host.Table.UserReads);
    }

    private static string Wrong(TestIssuer issuer, string wrong, RSA stranger) => wrong switch
    {
        "garbage" => "a.b.c",
        "empty" => "",
        "huge" => new string('a', 9000),
        _ => issuer.Token("ada", [], token => Spoil(token, wrong, issuer, stranger)),
    };

    private static void Spoil(SecurityTokenDescriptor token, string wrong, TestIssuer issuer, RSA stranger)
    {
        switch (wrong)
        {
            case "expired":
                (token.NotBefore, token.IssuedAt, token.Expires) = (A.Now.UtcDateTime.AddHours(-2), A.Now.UtcDateTime.AddHours(-2), A.Now.UtcDateTime.AddSeconds(-30));
                break;
            case "not yet":
                token.NotBefore = A.Now.UtcDateTime.AddSeconds(31);
                break;
            case "forged":
                token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(stranger) { KeyId = issuer.Rsa.KeyId }, SecurityAlgorithms.RsaSha256);
                break;
            case "unknown key":
                token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(stranger) { KeyId = "rsa-2" }, SecurityAlgorithms.RsaSha256);
                break;
            case "none":
                token.SigningCredentials = null;
                break;
            case "hmac":
                // The oldest trick: the public key, which everybody has, as the secret of a MAC.
                token.SigningCredentials = new SigningCredentials(
                    new SymmetricSecurityKey(issuer.Rsa.Rsa.ExportRSAPublicKey()) { KeyId = issuer.Rsa.KeyId }, SecurityAlgorithms.HmacSha256);
                break;
            case "rs512":
                token.SigningCredentials = new SigningCredentials(issuer.Rsa, SecurityAlgorithms.RsaSha512);
                break;
            case "issuer":
                token.Issuer = "https://elsewhere.example";
                break;
            case "client":
                token.Claims["client_id"] = "another-app";
                break;
            case "no client":
                token.Claims.Remove("client_id");
                break;
            case "identity token":
                token.Claims["token_use"] = "id";
                break;
            case "no expiry":
                token.Expires = null;
                break;
            case "no subject":
                token.Claims.Remove("sub");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(wrong), wrong, null);
        }
    }
}
