using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Nots.Functions.EndToEnd.Tests.Running;

namespace Nots.Functions.EndToEnd.Tests;

/// <summary>What only shows when a host routes requests to the worker's functions and hands them over.</summary>
public sealed class HttpTests(Laptop laptop) : IDisposable
{
    private const int MaxBody = 1024 * 1024;

    private readonly HttpClient _http = new() { BaseAddress = laptop.Host.Address };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task An_operation_answers()
    {
        using var answer = await _http.GetAsync("/v1/status", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.Contains("X-Request-Id"));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/v1/bookings/x/nowhere")]
    [InlineData("/")]
    public async Task A_path_that_is_no_functions_is_the_contracts_404(string path)
    {
        using var answer = await _http.GetAsync(path, Cancel);
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task A_method_that_a_path_does_not_have_is_the_contracts_405()
    {
        using var answer = await _http.PutAsync("/v1/bookings", new StringContent("{}", Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_request_without_a_token_is_the_contracts_401()
    {
        using var answer = await _http.GetAsync("/v1/ops/orchestrations", Cancel);
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_the_contracts_413_whether_or_not_its_length_is_told(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/quotes") { Content = new ByteArrayContent(new byte[MaxBody + 1]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await _http.SendAsync(request, Cancel);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Theory]
    [InlineData(Laptop.Website, true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task A_preflight_allows_the_website_and_nobody_else(string origin, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v1/quotes");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var answer = await _http.SendAsync(request, Cancel);
        Assert.Equal(allowed ? origin : null, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task A_request_belongs_to_its_callers_trace()
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/vehicle-classes");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        using var answer = await _http.SendAsync(request, bound.Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await laptop.Traces.SeeAsync(trace, bound.Token);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("error").GetProperty("code").GetString();
}
