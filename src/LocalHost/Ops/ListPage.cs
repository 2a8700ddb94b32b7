using System.Text.Json;
using Nots.Application.Operations;
using Nots.Domain.Common;

namespace Nots.LocalHost.Ops;

/// <summary>The list of orchestrations with its filters.</summary>
internal sealed class ListPage(OpsClock clock, IQueryCollection query)
{
    private static readonly string[] Filters = ["status", "name", "from", "to", "limit"];

    public Html Render(ApiReply reply) => $"""
        <h1>Orchestrations</h1>
        <form class="filters">
        <label>Status <select name="status"><option value="">any</option>{Wire.All<OrchestrationStatus>().Select(Choice)}</select></label>
        <label>Name <input name="name" value="{Value("name")}" placeholder="booking" maxlength="100"></label>
        <label>Started from (London) <input type="datetime-local" name="from" value="{Value("from")}"></label>
        <label>until <input type="datetime-local" name="to" value="{Value("to")}"></label>
        <span><button class="main">Show</button> <a href="/ops">all</a></span></form>
        {(reply.Ok ? Found(reply.Body) : OpsAnswer.Alert(reply.Refusal))}
        """;

    private Html Found(JsonElement body)
    {
        var instances = body.GetProperty("orchestrations");
        return instances.GetArrayLength() == 0
            ? (Html)$"""<p class="quiet">None.</p>{Pages(body)}"""
            : $"""
            <table><thead><tr><th>Orchestration</th><th>Status</th><th>Stage</th><th>Waiting for</th><th>Started</th></tr></thead>
            <tbody>{instances.EnumerateArray().Select(Row)}</tbody></table>{Pages(body)}
            """;
    }

    private Html Row(JsonElement instance)
    {
        var position = Position.Of(instance);
        var id = instance.GetProperty("instanceId").GetString()!;
        return $"""
            <tr><td><a href="{InstancePage.PathOf(id)}">{id}</a> <span class="quiet">{instance.GetProperty("name").GetString()}</span></td>
            <td>{Badge(instance.GetProperty("status").GetString()!)}</td>
            <td data-label="Stage">{position?.Stage}</td>
            <td data-label="Waiting for">{position?.WaitingFor}{Until(position)}{Error(position)}</td>
            <td data-label="Started">{clock.Show(instance.GetProperty("createdAt").GetDateTimeOffset())}</td></tr>
            """;
    }

    public static Html Badge(string status) => $"""<span class="badge {status}">{status}</span>""";

    private Html Until(Position? position) => position?.NextDeadline is { } deadline ? $""" <span class="quiet">until {clock.Show(deadline)}</span>""" : Html.Empty;

    private static Html Error(Position? position) => position?.LastError is { } error ? $"""<p class="error">{error}</p>""" : Html.Empty;

    private Html Choice(string status) =>
        status == Value("status") ? (Html)$"""<option selected>{status}</option>""" : $"""<option>{status}</option>""";

    private Html Pages(JsonElement body)
    {
        var next = body.GetProperty("pagination").GetProperty("nextCursor").GetString();
        var first = Value("cursor").Length > 0;
        return $"""
            <nav>{(first ? Link(null, "Newest") : Html.Empty)}{(next is not null ? Link(next, "Older") : Html.Empty)}</nav>
            """;
    }

    private Html Link(string? cursor, string text)
    {
        var parameters = Filters.Select(name => KeyValuePair.Create(name, (string?)Value(name)))
            .Append(KeyValuePair.Create("cursor", cursor))
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value));
        return $"""<a href="{"/ops" + QueryString.Create(parameters).Value}">{text}</a>""";
    }

    private string Value(string name) => query[name] is [{ } value] ? value : "";
}
