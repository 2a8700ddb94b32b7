using System.Net;
using System.Text.Json;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Development;

public sealed class DevelopmentTests(SharedHost shared)
{
    [Theory]
    [InlineData("customer", "customer", 403)]
    [InlineData("driver", "driver", 403)]
    [InlineData("dispatcher", "dispatcher", 200)]
    [InlineData("admin", "admin", 200)]
    [InlineData("owner", "owner", 200)]
    public async Task A_token_carries_the_users_role(string user, string group, int operations)
    {
        var answer = (await shared.Host.Nots.Guest.PostAsync("/dev/token", new { user = user + "@nots.test" })).Ok();
        Assert.Equal(("Bearer", "3600"), (answer.Text("token_type"), answer.Text("expires_in")));
        var payload = JsonDocument.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(answer.Text("access_token")!.Split('.')[1])).RootElement;
        Assert.Equal(group, payload.GetProperty("cognito:groups")[0].GetString());
        Assert.Equal("access", payload.GetProperty("token_use").GetString());
        Assert.Equal(new Uri(shared.Host.Address, "dev/issuer").ToString(), payload.GetProperty("iss").GetString());
        Assert.Equal(operations, (await (await shared.Host.Nots.SignInAsync(user)).GetAsync("/v1/ops/orchestrations")).Status);
    }

    [Fact]
    public async Task Nobody_unknown_gets_a_token()
    {
        var answer = await shared.Host.Nots.Guest.PostAsync("/dev/token", new { user = "nobody@nots.test" });
        Assert.Equal((404, "NOT_FOUND"), (answer.Status, answer.Code));
        Assert.Equal(["code", "message", "details", "requestId"], answer.Body.GetProperty("error").EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"user\":5}")]
    [InlineData("nonsense")]
    public async Task A_request_for_a_token_that_names_nobody_is_refused(string body)
    {
        using var content = new StringContent(body, null, "application/json");
        using var answer = await shared.Host.Http.PostAsync("/dev/token", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Discovery_leads_to_the_public_key_and_to_no_private_part()
    {
        var discovery = (await shared.Host.Nots.Guest.GetAsync("/dev/issuer/.well-known/openid-configuration")).Ok();
        var keys = (await shared.Host.Nots.Guest.GetAsync(new Uri(discovery.Text("jwks_uri")!).AbsolutePath)).Ok();
        var key = Assert.Single(keys.Body.GetProperty("keys").EnumerateArray());
        Assert.Equal(["kty", "use", "alg", "crv", "kid", "x", "y"], key.EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("/dev/mailbox")]
    [InlineData("/dev/mailbox.html")]
    [InlineData("/dev/issuer/keys")]
    public async Task By_a_foreign_name_the_development_pages_are_not_there(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "attacker.example" } };
        using var answer = await shared.Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_mailbox_page_shows_a_message_and_escapes_what_people_wrote()
    {
        var quote = await shared.Customer.QuoteAsync(Pickup.OnADayOfItsOwn());
        var booking = Booked.Of((await shared.Dispatcher.PostAsync("/v1/bookings", new
        {
            quoteId = quote,
            customer = new { firstName = "Ada", lastName = "Byron", email = "markup@example.com", phone = "+447700900124" },
            pickupInstructions = "<script>alert('x')</script>",
            paymentMethod = "cash",
        })).Ok());
        var driver = (await shared.Dispatcher.AssignAsync(booking, "driver_00000000000000000000000001")).Ok();
        Assert.Equal("driver_00000000000000000000000001", driver.Text("driver", "driverId"));
        await Until.TrueAsync(
            async () => (await shared.Host.Nots.MailboxAsync("driver@nots.test")).Any(message => message.BookingId == booking.Id), "the driver is told", () => shared.Host.Log);
        var page = await shared.Host.Http.GetStringAsync("/dev/mailbox.html?to=driver@nots.test", TestContext.Current.CancellationToken);
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/dev/mailbox.html")]
    public async Task Its_pages_carry_the_headers_that_every_answer_carries(string path)
    {
        using var answer = await shared.Host.Http.GetAsync(path, TestContext.Current.CancellationToken);
        string[] names = ["Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Content-Security-Policy"];
        Assert.All(names, name => Assert.True(answer.Headers.Contains(name), name));
    }

    [Fact]
    public async Task The_start_page_leads_everywhere()
    {
        var page = await shared.Host.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"(/[^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("/docs", links);
        foreach (var link in links)
            Assert.Equal(HttpStatusCode.OK, (await shared.Host.Http.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
    }
}
