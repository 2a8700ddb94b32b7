using System.Net;
using Microsoft.Extensions.Logging;
using Nots.Api.Tests.Support;
using Nots.Application.Common;
using Nots.Application.Storage;

namespace Nots.Api.Tests.Pipeline;

public sealed class PipelineTests
{
    [Theory]
    [InlineData("GET", "/v1/vehicle-classes")]
    [InlineData("GET", "/v1/bookings")]
    [InlineData("GET", "/nowhere")]
    [InlineData("PUT", "/v1/bookings")]
    [InlineData("OPTIONS", "/v1/bookings")]
    public async Task Every_answer_carries_the_security_headers(string method, string path)
    {
        await using var host = await ApiHost.StartAsync();

        var headers = (await host.SendAsync(HttpMethod.Parse(method), path)).Headers;

        Assert.Equal("max-age=31536000; includeSubDomains", headers["Strict-Transport-Security"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("DENY", headers["X-Frame-Options"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'", headers["Content-Security-Policy"]);
        Assert.Equal("no-store", headers["Cache-Control"]);
        Assert.StartsWith("req_", headers["X-Request-Id"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc-123_x.y", true)]
    [InlineData("has space", false)]
    [InlineData("<script>", false)]
    public async Task A_sane_request_id_is_kept_and_told_back_in_the_error_too(string sent, bool kept)
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/v1/bookings", headers: ("X-Request-Id", sent));

        Assert.Equal(kept, answer.Headers["X-Request-Id"] == sent);
        Assert.Equal(answer.Headers["X-Request-Id"], answer.Error.GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task An_error_has_one_shape()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/v1/quotes/quote_0", headers: ("X-Request-Id", "r1"));

        Assert.Equal("""{"error":{"code":"NOT_FOUND","message":"There is no such quote.","details":{},"requestId":"r1"}}""", answer.Body);
    }

    [Theory]
    [InlineData("GET", "/", 404, null)]
    [InlineData("GET", "/v2/quotes", 404, null)]
    [InlineData("GET", "/v1/quotes", 405, "POST")]
    [InlineData("PUT", "/v1/bookings/booking_1", 405, "GET, PATCH, DELETE")]
    [InlineData("GET", "/v1/quotes/a%2Fb", 404, null)]
    [InlineData("GET", "/v1/quotes/a%23b", 404, null)]
    [InlineData("GET", "/v1/quotes/a%20b", 404, null)]
    [InlineData("TRACE", "/v1/status", 405, "GET")]
    public async Task What_is_not_there_is_answered_in_shape(string method, string path, int status, string? allow)
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Parse(method), path);

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(status == 404 ? "NOT_FOUND" : "INVALID_REQUEST", answer.Code);
        Assert.Equal(allow, answer.Headers.GetValueOrDefault("Allow"));
    }

    [Fact]
    public async Task Pages_of_listed_origins_may_call_and_others_may_not()
    {
        await using var host = await ApiHost.StartAsync(options => options with { AllowedOrigins = ["https://www.nots.test"] });
        (string, string)[] Asking(string origin) => [("Origin", origin), ("Access-Control-Request-Method", "PATCH")];

        var preflight = await host.SendAsync(HttpMethod.Options, "/v1/bookings/booking_1", null, null, "", Asking("https://www.nots.test"));
        var foreign = await host.SendAsync(HttpMethod.Options, "/v1/bookings/booking_1", null, null, "", Asking("https://evil.test"));
        var call = await host.SendAsync(HttpMethod.Get, "/v1/bookings", headers: ("Origin", "https://www.nots.test"));

        Assert.Equal(HttpStatusCode.NoContent, preflight.Status);
        Assert.Equal("https://www.nots.test", preflight.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("GET, PATCH, DELETE", preflight.Headers["Access-Control-Allow-Methods"]);
        Assert.Equal("Authorization, Content-Type, Idempotency-Key, X-Manage-Token, X-Request-Id", preflight.Headers["Access-Control-Allow-Headers"]);
        Assert.False(foreign.Headers.ContainsKey("Access-Control-Allow-Origin"));
        Assert.False(foreign.Headers.ContainsKey("Access-Control-Allow-Methods"));
        Assert.Equal(("https://www.nots.test", "Origin"), (call.Headers["Access-Control-Allow-Origin"], call.Headers["Vary"]));
    }

    public static TheoryData<Exception, int, string> Faults() => new()
    {
        { new StorageUnavailableException("table nots at 10.0.0.7"), 503, "EXTERNAL_SERVICE_ERROR" },
        { new ExternalServiceException("stripe", "10.0.0.7", transient: true), 503, "EXTERNAL_SERVICE_ERROR" },
        { new ExternalServiceException("stripe", "10.0.0.7", transient: false), 502, "EXTERNAL_SERVICE_ERROR" },
        { new InvalidOperationException("10.0.0.7"), 500, "INTERNAL_ERROR" },
        { new OperationCanceledException("10.0.0.7"), 500, "INTERNAL_ERROR" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Faults))]
    public async Task What_breaks_is_answered_without_a_word_of_what_is_inside(Exception fault, int status, string code)
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Fault = fault;

        var answer = await host.GetAsync("/v1/quotes/quote_1");

        Assert.Equal((status, code), ((int)answer.Status, answer.Code));
        Assert.Equal(status == 503 ? "5" : null, answer.Headers.GetValueOrDefault("Retry-After"));
        Assert.DoesNotContain("10.0.0.7", answer.Body, StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.Level >= LogLevel.Warning && line.Text.Contains("10.0.0.7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_goes_away_is_no_error()
    {
        await using var host = await ApiHost.StartAsync();
        host.Planner.Gate = new TaskCompletionSource().Task;
        using var leaving = new CancellationTokenSource();

        var call = host.Client.PostAsync("/v1/quotes", new StringContent(A.QuoteJson, null, "application/json"), leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await host.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task The_access_log_has_the_operation_and_no_personal_data()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Booking());

        await host.SendAsync(HttpMethod.Get, "/v1/bookings?q=Byron", null, host.Issuer.Token("dee", "dispatcher"), "", ("X-Request-Id", "r1"));

        var line = Assert.Single(host.Log.Lines);
        Assert.Equal((LogLevel.Information, "bookings-list 200 in 0.0 ms for dispatcher, request r1"), line);
    }
}
