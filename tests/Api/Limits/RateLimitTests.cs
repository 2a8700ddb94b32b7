using System.Net;
using Nots.Api.Limits;
using Nots.Api.Tests.Support;

namespace Nots.Api.Tests.Limits;

public sealed class RateLimitTests
{
    private const string Path = "/v1/vehicle-classes";

    [Fact]
    public async Task Requests_without_a_token_are_counted_by_address_until_the_hour_is_over()
    {
        await using var host = await StartAsync();

        var answers = new List<Answer>();
        for (var i = 0; i < 4; i++)
            answers.Add(await host.GetAsync(Path));
        host.Time.Advance(TimeSpan.FromMinutes(30));
        var later = await host.GetAsync(Path);

        Assert.Equal(["2", "1", "0", "0"], answers.Select(answer => answer.Headers["X-RateLimit-Remaining"]));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.Status));
        Assert.Equal(("RATE_LIMIT_EXCEEDED", "1800"), (answers[3].Code, answers[3].Headers["Retry-After"]));
        Assert.All(answers, answer => Assert.Equal("3", answer.Headers["X-RateLimit-Limit"]));
        Assert.All(answers, answer => Assert.Equal("1796742000", answer.Headers["X-RateLimit-Reset"]));
        Assert.Equal(HttpStatusCode.OK, later.Status);
    }

    [Fact]
    public async Task Users_and_staff_have_limits_of_their_own()
    {
        await using var host = await StartAsync();

        Assert.Equal("5", (await host.GetAsync(Path, host.Issuer.Token("ada"))).Headers["X-RateLimit-Limit"]);
        Assert.Equal("4", (await host.GetAsync(Path, host.Issuer.Token("eve", "driver"))).Headers["X-RateLimit-Remaining"]);
        Assert.Equal("7", (await host.GetAsync(Path, host.Issuer.Token("dee", "dispatcher"))).Headers["X-RateLimit-Limit"]);
        Assert.Equal("3", (await host.GetAsync(Path, host.Issuer.Token("ada"))).Headers["X-RateLimit-Remaining"]);
        Assert.Equal("2", (await host.GetAsync(Path)).Headers["X-RateLimit-Remaining"]);
    }

    [Fact]
    public async Task A_token_that_is_not_valid_counts_for_the_address()
    {
        await using var host = await StartAsync();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            answers.Add((await host.GetAsync(Path, "a.b.c")).Status);

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers);
    }

    [Theory]
    [InlineData("GET", "/v1/status")]
    [InlineData("GET", "/health/live")]
    [InlineData("GET", "/health/ready")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/docs")]
    [InlineData("POST", "/v1/webhooks/stripe")]
    public async Task What_must_always_answer_has_no_limit(string method, string path)
    {
        await using var host = await StartAsync();

        for (var i = 0; i < 5; i++)
        {
            var answer = await host.SendAsync(HttpMethod.Parse(method), path, method == "POST" ? "x" : null);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.Status);
            Assert.False(answer.Headers.ContainsKey("X-RateLimit-Limit"));
        }
    }

    [Fact]
    public async Task A_forwarded_address_is_believed_of_a_trusted_proxy_only()
    {
        await using var direct = await StartAsync();
        await using var proxied = await StartAsync("127.0.0.0/8");

        Assert.Equal(["2", "1", "0"], await RemainingAsync(direct, "1.1.1.1", "2.2.2.2", "3.3.3.3"));
        Assert.Equal(["2", "2", "1", "1", "0"], await RemainingAsync(proxied, "1.1.1.1", "2.2.2.2", "9.9.9.9, 2.2.2.2", "1.1.1.1, 127.0.0.9", "2.2.2.2:5000"));
        Assert.Equal(["2", "1"], await RemainingAsync(proxied, "2001:db8::1", "2001:db8::ffff:1"));
    }

    [Fact]
    public void Parallel_counts_lose_none()
    {
        var counter = new HourlyCounter(1000);

        Parallel.For(0, 10_000, i => counter.Count($"k{i % 10}", 5));

        Assert.Equal(1001, counter.Count("k3", 5));
    }

    [Fact]
    public void Memory_is_bounded_and_a_clock_that_goes_back_forgets_nothing()
    {
        var counter = new HourlyCounter(3);

        Assert.Equal([1, 2, 3], [counter.Count("a", 7), counter.Count("a", 7), counter.Count("a", 6)]);
        Assert.Equal([1, 1, 1, 1], [counter.Count("b", 7), counter.Count("c", 7), counter.Count("d", 7), counter.Count("a", 7)]);
        Assert.Equal(1, counter.Count("a", 8));
    }

    private static Task<ApiHost> StartAsync(params string[] proxies) => ApiHost.StartAsync(options => options with
    {
        Limits = new LimitOptions { AnonymousPerHour = 3, UserPerHour = 5, StaffPerHour = 7 },
        TrustedProxies = proxies,
    });

    private static async Task<List<string>> RemainingAsync(ApiHost host, params string[] forwarded)
    {
        var remaining = new List<string>();
        foreach (var value in forwarded)
            remaining.Add((await host.SendAsync(HttpMethod.Get, Path, headers: ("X-Forwarded-For", value))).Headers["X-RateLimit-Remaining"]);
        return remaining;
    }
}
