using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Stripe;

namespace Nots.StripeSimulator.Tests.Http;

public sealed class ProtocolTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_version_is_the_one_that_the_client_pins()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var intent = await simulator.Client.CreateAsync();

        Assert.Equal(StripeConfiguration.ApiVersion, intent.StripeResponse.Headers.GetValues("Stripe-Version").Single());
        Assert.StartsWith("req_", intent.StripeResponse.RequestId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events");
        request.Headers.Add("Stripe-Version", "2020-08-27");

        using var answer = await simulator.Client.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_not_repeated()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var stranger = new SimulatorClient(simulator.Address, "sk_test_somebody_elses");

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => stranger.CreateAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, refusal.HttpStatusCode);
        Assert.Equal("Invalid API Key provided: sk_test_**********lses", refusal.StripeError.Message);
    }

    [Fact]
    public async Task No_key_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var http = new HttpClient();

        using var answer = await http.GetAsync($"{simulator.Address}/v1/events", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_publishable_key_makes_nothing()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var browser = new SimulatorClient(simulator.Address, "pk_test_local");

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => browser.CreateAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, refusal.HttpStatusCode);
    }

    [Fact]
    public async Task The_key_may_come_as_curl_sends_it()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("sk_test_local:")));

        using var answer = await http.GetAsync($"{simulator.Address}/v1/events", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/v1/payment_intents/pi_unknown", "intent")]
    [InlineData("/v1/refunds/re_unknown", "id")]
    [InlineData("/v1/charges/ch_unknown", "id")]
    [InlineData("/v1/events/evt_unknown", "id")]
    [InlineData("/v1/disputes/du_unknown", "id")]
    public async Task What_is_not_there_is_missing(string path, string param)
    {
        await using var simulator = await SimulatorHost.StartAsync();

        using var answer = await simulator.Client.Http.GetAsync(path, Cancel);

        var error = (await answer.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>(Cancel))!["error"]!;
        Assert.Equal(
            (HttpStatusCode.NotFound, "invalid_request_error", "resource_missing", param),
            (answer.StatusCode, (string?)error["type"], (string?)error["code"], (string?)error["param"]));
    }

    [Fact]
    public async Task An_object_of_another_kind_is_missing()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();

        using var answer = await simulator.Client.Http.GetAsync($"/v1/payment_intents/{paid.LatestChargeId}", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Json_is_no_form()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        using var answer = await simulator.Client.Http.PostAsJsonAsync("/v1/payment_intents", new { amount = 1228 }, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("application/x-www-form-urlencoded", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_says_so()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        using var answer = await simulator.Client.Http.GetAsync("/v1/customers", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Unrecognized request URL", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
