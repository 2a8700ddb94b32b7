using System.Net;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Ops;

public sealed class OpsAccessTests(SharedHost shared)
{
    [Fact]
    public async Task Whoever_has_not_signed_in_is_sent_to_do_so()
    {
        using var visitor = new OpsVisitor(shared.Host);

        foreach (var path in new[] { "/ops", "/ops/orchestrations/booking_1" })
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal((303, "/ops/sign-in"), (page.Status, page.Location));
        }
        Assert.Equal(303, (await visitor.PostAsync("/ops/orchestrations/booking_1/suspend", [("reason", "x")])).Status);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_other_sites_and_other_pages()
    {
        using var visitor = new OpsVisitor(shared.Host);

        var attributes = (await visitor.PostAsync("/ops/sign-in", [("user", "owner@nots.test")])).Cookie!.Split("; ");

        Assert.StartsWith("nots-ops=ey", attributes[0], StringComparison.Ordinal);
        Assert.Equal(["max-age=3600", "path=/ops", "samesite=strict", "httponly"], attributes[1..]);
    }

    [Fact]
    public async Task A_forged_or_foreign_token_in_the_cookie_is_nobodys()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ops") { Headers = { { "Cookie", "nots-ops=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0." } } };
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = shared.Host.Address };

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.SeeOther, "/ops/sign-in"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("customer")]
    [InlineData("driver")]
    public async Task Customers_and_drivers_see_nothing(string user)
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, user);
        var booking = await shared.Customer.BookAsync(Pickup.OnADayOfItsOwn(), "cash");

        foreach (var path in new[] { "/ops", $"/ops/orchestrations/{booking.Id}" })
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(403, page.Status);
            Assert.Contains($"This is not for the role {user}.", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(booking.Id, page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_dispatcher_looks_and_cannot_act()
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, "dispatcher");
        var booking = await WaitingAsync();

        var shown = await visitor.GetAsync($"/ops/orchestrations/{booking.Id}");
        var refused = await visitor.PostAsync($"/ops/orchestrations/{booking.Id}/suspend", [("reason", "x")]);

        Assert.Equal(200, shown.Status);
        Assert.DoesNotContain("name=\"reason\"", shown.Html, StringComparison.Ordinal);
        Assert.Equal(403, refused.Status);
        Assert.Contains("This is not for the role dispatcher.", refused.Html, StringComparison.Ordinal);
        Assert.Equal("running", (await shared.Admin.GetAsync($"/v1/ops/orchestrations/{booking.Id}")).Text("status"));
    }

    [Theory]
    [InlineData("http://attacker.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_form_that_another_page_sends_changes_nothing(string? origin)
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, "admin");
        var booking = await WaitingAsync();

        var control = await visitor.PostAsync($"/ops/orchestrations/{booking.Id}/terminate", [("reason", "x"), ("confirm", "yes")], origin);
        var signIn = await visitor.PostAsync("/ops/sign-in", [("user", "owner@nots.test")], origin);

        Assert.Equal((403, 403, null), (control.Status, signIn.Status, signIn.Cookie));
        Assert.Equal("running", (await shared.Admin.GetAsync($"/v1/ops/orchestrations/{booking.Id}")).Text("status"));
    }

    [Fact]
    public async Task By_a_foreign_name_the_page_is_not_there()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ops/sign-in") { Headers = { Host = "attacker.example" } };

        using var answer = await shared.Host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, "admin");
        Assert.Equal(200, (await visitor.GetAsync("/ops")).Status);

        Assert.Equal("/ops/sign-in", (await visitor.PostAsync("/ops/sign-out", [])).Location);

        Assert.Equal(303, (await visitor.GetAsync("/ops")).Status);
    }

    private async Task<Booked> WaitingAsync()
    {
        var booking = await shared.Customer.BookAsync(Pickup.OnADayOfItsOwn(), "cash");
        await Until.TrueAsync(
            async () => (await shared.Admin.GetAsync($"/v1/ops/orchestrations/{booking.Id}")) is { Status: 200 } answer && answer.Text("status") == "running",
            "the booking's orchestration runs", () => shared.Host.Log);
        return booking;
    }
}
