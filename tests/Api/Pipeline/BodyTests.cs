using System.Net;
using System.Net.Sockets;
using System.Text;
using Nots.Api.Tests.Support;

namespace Nots.Api.Tests.Pipeline;

public sealed class BodyTests
{
    private const int Limit = 1024 * 1024;

    [Fact]
    public async Task A_body_at_the_limit_is_read_and_one_byte_more_is_refused()
    {
        await using var host = await ApiHost.StartAsync();

        var at = await host.PostAsync("/v1/quotes", A.QuoteJson.PadRight(Limit));
        var over = await host.PostAsync("/v1/quotes", A.QuoteJson.PadRight(Limit + 1));

        Assert.Equal(HttpStatusCode.Created, at.Status);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE"), (over.Status, over.Code));
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_by_their_announced_length_before_any_is_sent()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await TalkAsync(host, "POST /v1/quotes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n\r\n", () => null);

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("PAYLOAD_TOO_LARGE", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_refused_as_soon_as_it_is_too_long()
    {
        await using var host = await ApiHost.StartAsync();
        var chunk = "10000\r\n" + new string(' ', 0x10000) + "\r\n";
        var sent = 0;

        // The body never ends: only a reader that stops early ever answers.
        var answer = await TalkAsync(
            host, "POST /v1/quotes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n", () => sent++ <= Limit / 0x10000 ? chunk : null);

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"pickupLocation":{"\uDC00x":1}}""")]
    public async Task A_field_whose_name_has_half_a_character_is_refused(string body)
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.PostAsync("/v1/quotes", body);

        Assert.Equal((HttpStatusCode.BadRequest, "body:json"), (answer.Status, Assert.Single(answer.Faults)));
    }

    [Fact]
    public async Task A_field_whose_name_has_whole_characters_beyond_the_basic_plane_is_unknown_like_any_other()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Contains("\U0001F600:unknown", (await host.PostAsync("/v1/quotes", """{"\ud83d\ude00":1}""")).Faults);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.Created)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.Created)]
    [InlineData("Application/JSON;charset=UTF-8", HttpStatusCode.Created)]
    [InlineData("application/json; charset=\"utf-8\"", HttpStatusCode.Created)]
    [InlineData("application/json; charset=iso-8859-1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_must_be_JSON_in_UTF8(string contentType, HttpStatusCode status)
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Post, "/v1/quotes", A.QuoteJson, contentType: contentType);

        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.UnsupportedMediaType)
            Assert.Equal("UNSUPPORTED_MEDIA_TYPE", answer.Code);
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        await using var host = await ApiHost.StartAsync();
        using var content = new StringContent(A.QuoteJson, Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await host.Client.PostAsync("/v1/quotes", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_a_fault()
    {
        await using var host = await ApiHost.StartAsync();
        using var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        content.Headers.ContentType = new("application/json");

        var answer = await Answer.OfAsync(await host.Client.PostAsync("/v1/quotes", content, TestContext.Current.CancellationToken));

        Assert.Equal(["body:json"], answer.Faults);
    }

    [Fact]
    public async Task Faults_are_told_up_to_a_number_that_somebody_would_read()
    {
        await using var host = await ApiHost.StartAsync();
        var fields = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"{new string('x', 150)}{i}\":1"));

        var answer = await host.PostAsync("/v1/quotes", "{" + fields + "}");

        Assert.InRange(answer.Faults.Count, 50, 60);
        Assert.True(answer.Body.Length < 30_000, $"{answer.Body.Length} characters");
    }

    /// <summary>Speaks HTTP by hand, so that the answer can come before the request is at its end.</summary>
    private static async Task<string> TalkAsync(ApiHost host, string head, Func<string?> more)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        while (more() is { } text)
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (!answer.ToString().Contains("requestId", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, patience.Token);
            if (read == 0)
                break;
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        return answer.ToString();
    }
}
