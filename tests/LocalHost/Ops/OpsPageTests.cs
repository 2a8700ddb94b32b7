using System.Text.RegularExpressions;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Ops;

public sealed partial class OpsPageTests(SharedHost shared)
{
    [Fact]
    public async Task The_list_is_filtered_and_paged()
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, "dispatcher");
        var first = await WaitingAsync();
        var second = await WaitingAsync();

        var newest = await visitor.GetAsync("/ops?status=running&name=booking&limit=1");
        var older = System.Net.WebUtility.HtmlDecode(OlderLink().Match(newest.Html).Groups[1].Value);
        var next = await visitor.GetAsync(older);

        Assert.Single(Row().Matches(newest.Html));
        Assert.Contains("limit=1", older, StringComparison.Ordinal);
        Assert.NotEqual(Row().Match(newest.Html).Groups[1].Value, Row().Match(next.Html).Groups[1].Value);
        Assert.Contains($">{second.Id}</a>", (await visitor.GetAsync("/ops?status=running")).Html, StringComparison.Ordinal);
        Assert.Empty(Row().Matches((await visitor.GetAsync("/ops?name=nothing")).Html));
        Assert.Empty(Row().Matches((await visitor.GetAsync("/ops?from=&to=2001-01-01T00:00")).Html));
        Assert.DoesNotContain(first.Id, (await visitor.GetAsync("/ops?status=terminated")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_filter_is_said_and_what_was_written_is_escaped()
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, "dispatcher");

        var page = await visitor.GetAsync("/ops?from=2026-10-25T01%3A30&name=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        Assert.Equal(400, page.Status);
        Assert.Contains("this London time comes twice", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'", page.Policy);
    }

    [Fact]
    public async Task One_is_shown_as_a_timeline_with_what_it_waits_for()
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, "dispatcher");
        var booking = await WaitingAsync();

        var page = await visitor.GetAsync($"/ops/orchestrations/{booking.Id}");

        Assert.Equal(200, page.Status);
        Assert.Contains("<dt>Stage</dt><dd>driver assignment</dd><dt>Waits for</dt><dd>a driver</dd><dt>Until</dt><dd><time", page.Html, StringComparison.Ordinal);
        Assert.Contains("<b>Started</b>", page.Html, StringComparison.Ordinal);
        Assert.Matches("class=\"done\"><p><time [^>]+>[^<]+</time> <b>Activity booking[^<]*</b> <span class=\"quiet\">[0-9]", page.Html);
        Assert.Matches("class=\"open\"><p><time [^>]+>[^<]+</time> <b>Timer</b> until <time [^>]+>[^<]+</time>  *<span class=\"quiet\">waiting", page.Html);
    }

    [Fact]
    public async Task One_that_there_is_not_is_not_found()
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, "dispatcher");

        Assert.Equal(404, (await visitor.GetAsync("/ops/orchestrations/booking_nothing")).Status);
        Assert.Equal(404, (await visitor.GetAsync("/ops/orchestrations/%3Cscript%3E")).Status);
    }

    [Fact]
    public async Task An_admin_suspends_resumes_raises_terminates_restarts_and_purges()
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, "admin");
        var booking = await WaitingAsync();
        var path = $"/ops/orchestrations/{booking.Id}";

        await ControlAsync("suspend", "suspended");
        Assert.Contains(">suspended</span> looking into it</dd>", (await visitor.GetAsync(path)).Html, StringComparison.Ordinal);
        await ControlAsync("resume", "running");
        await ControlAsync("raise", "running");
        var unconfirmed = await visitor.PostAsync($"{path}/terminate", [("reason", "over")]);
        Assert.Equal((400, "running"), (unconfirmed.Status, await StatusAsync()));
        await ControlAsync("terminate", "terminated");
        Assert.DoesNotContain("/suspend\"", (await visitor.GetAsync(path)).Html, StringComparison.Ordinal);
        var restarted = await visitor.PostAsync($"{path}/restart", [("reason", "looking into it")]);
        Assert.Equal((303, path), (restarted.Status, restarted.Location));
        await Until.TrueAsync(async () => await StatusAsync() == "running", "it runs again", () => shared.Host.Log);
        await ControlAsync("terminate", "terminated");
        Assert.Equal(400, (await visitor.PostAsync($"{path}/purge", [("reason", "over")])).Status);
        var purged = await visitor.PostAsync($"{path}/purge", [("reason", "over"), ("confirm", "yes")]);
        Assert.Equal((303, "/ops", 404), (purged.Status, purged.Location, (await visitor.GetAsync(path)).Status));

        async Task ControlAsync(string control, string status)
        {
            var answer = await visitor.PostAsync($"{path}/{control}", [("reason", "looking into it"), ("confirm", "yes")]);
            Assert.Equal((303, path), (answer.Status, answer.Location));
            Assert.Equal(status, await StatusAsync());
        }

        async Task<string?> StatusAsync() => (await shared.Admin.GetAsync($"/v1{path}")).Ok().Text("status");
    }

    [Fact]
    public async Task What_is_refused_is_said_on_the_page_and_not_done()
    {
        using var visitor = await OpsVisitor.SignedInAsync(shared.Host, "owner");
        var booking = await WaitingAsync();
        var path = $"/ops/orchestrations/{booking.Id}";

        var withoutReason = await visitor.PostAsync($"{path}/suspend", [("reason", "  ")]);
        var unfit = await visitor.PostAsync($"{path}/resume", [("reason", "go on")]);

        Assert.Equal((400, 409, 404), (withoutReason.Status, unfit.Status, (await visitor.PostAsync($"{path}/explode", [("reason", "x")])).Status));
        Assert.Contains("role=\"alert\"", withoutReason.Html, StringComparison.Ordinal);
        Assert.Contains("An orchestration that is running does not take resume.", unfit.Html, StringComparison.Ordinal);
        Assert.Equal("running", (await shared.Admin.GetAsync($"/v1{path}")).Text("status"));
    }

    private async Task<Booked> WaitingAsync()
    {
        var booking = await shared.Customer.BookAsync(Pickup.OnADayOfItsOwn(), "cash");
        await Until.TrueAsync(
            async () => await shared.Admin.GetAsync($"/v1/ops/orchestrations/{booking.Id}") is { Status: 200 } answer
                && answer.Body.GetProperty("customStatus") is { ValueKind: System.Text.Json.JsonValueKind.Object } said
                && said.GetProperty("waitingFor").GetString() == "a driver",
            "the booking waits for a driver", () => shared.Host.Log);
        return booking;
    }

    [GeneratedRegex("<a href=\"([^\"]+)\">Older</a>")]
    private static partial Regex OlderLink();

    [GeneratedRegex("<tr><td><a href=\"([^\"]+)\">")]
    private static partial Regex Row();
}
