using System.Net;
using Nots.Api.Tests.Support;
using Nots.Domain.Users;

namespace Nots.Api.Tests.Pipeline;

/// <summary>The table of people and what they may do (product page, 1 and 2), operation by operation, over HTTP.</summary>
public sealed class AccessMatrixTests
{
    // g guest, l guest with a link, c customer, d driver, s dispatcher, a admin, o owner.
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["quotes-create"] = "glcdsao",
        ["quotes-get"] = "glcdsao",
        ["vehicle-classes-list"] = "glcdsao",
        ["locations-search"] = "glcdsao",
        ["bookings-create"] = "glcsao",
        ["bookings-list"] = "cdsao",
        ["bookings-get"] = "lcdsao",
        ["bookings-amend"] = "lcdsao",
        ["bookings-cancel"] = "lcdsao",
        ["bookings-events"] = "sao",
        ["payments-intent"] = "lcao",
        ["payments-webhook"] = "glcdsao",
        ["drivers-list"] = "sao",
        ["drivers-get"] = "dsao",
        ["drivers-jobs"] = "dsao",
        ["vehicles-list"] = "sao",
        ["dispatch-assign"] = "sao",
        ["dispatch-candidates"] = "sao",
        ["ops-orchestrations-list"] = "sao",
        ["ops-orchestrations-get"] = "sao",
        ["ops-orchestrations-suspend"] = "ao",
        ["ops-orchestrations-resume"] = "ao",
        ["ops-orchestrations-terminate"] = "ao",
        ["ops-orchestrations-restart"] = "ao",
        ["ops-orchestrations-purge"] = "ao",
        ["ops-orchestrations-raise"] = "ao",
        ["status-get"] = "glcdsao",
        ["health-live"] = "glcdsao",
        ["health-ready"] = "glcdsao",
        ["openapi-get"] = "glcdsao",
        ["docs-get"] = "glcdsao",
        ["docs-asset"] = "glcdsao",
    };

    private static readonly Dictionary<char, Role> Roles = new()
    {
        ['c'] = Role.Customer,
        ['d'] = Role.Driver,
        ['s'] = Role.Dispatcher,
        ['a'] = Role.Admin,
        ['o'] = Role.Owner,
    };

    [Fact]
    public void Every_operation_is_in_the_table() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Operation.All.Select(operation => operation.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_operation_lets_in_whom_the_table_names_and_nobody_else()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.User("d", Role.Driver, "driver_1"));

        foreach (var operation in Operation.All)
        {
            foreach (var person in "glcdsao")
            {
                var answer = await CallAsync(host, operation, person);
                var expected = Allowed[operation.Name].Contains(person, StringComparison.Ordinal) ? "let in"
                    : Roles.ContainsKey(person) ? "forbidden" : "unauthorized";
                Assert.Equal((operation.Name, person, expected), (operation.Name, person, Outcome(answer)));
            }
        }
    }

    private static string Outcome(Answer answer) => answer.Status switch
    {
        HttpStatusCode.Unauthorized => "unauthorized",
        HttpStatusCode.Forbidden => "forbidden",
        _ => "let in",
    };

    private static Task<Answer> CallAsync(ApiHost host, Operation operation, char person)
    {
        var token = Roles.TryGetValue(person, out var role) ? host.Issuer.Token(person.ToString(), role.ToString().ToLowerInvariant()) : null;
        var body = operation.Body is null ? null : "{}";
        return person == 'l'
            ? host.SendAsync(HttpMethod.Parse(operation.Method), operation.Path, body, headers: ("X-Manage-Token", "not-checked-here"))
            : host.SendAsync(HttpMethod.Parse(operation.Method), operation.Path, body, token);
    }
}
