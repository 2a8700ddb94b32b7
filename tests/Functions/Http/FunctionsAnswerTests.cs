using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Nots.Functions.Http;
using Nots.Functions.Operations;
using Nots.Functions.Status;
using Nots.Functions.Tests.Durable;
using Nots.Functions.Tests.Hosting;

namespace Nots.Functions.Tests.Http;

/// <summary>Functions on the app's own services, with a request as the worker hands it over.</summary>
public sealed class FunctionsAnswerTests : IAsyncDisposable
{
    private readonly ServiceProvider _app = App.Build();

    [Fact]
    public async Task An_operation_answers_through_the_contract()
    {
        var context = Request("GET", "/health/live");

        await ActivatorUtilities.CreateInstance<StatusFunctions>(_app).LiveAsync(context.Request);

        Assert.Equal(200, context.Response.StatusCode);
        Assert.StartsWith("req_", context.Response.Headers["X-Request-Id"].ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", context.Response.Headers.XContentTypeOptions.ToString());
    }

    [Fact]
    public async Task Who_may_use_an_operation_is_decided_by_the_contract()
    {
        var context = Request("GET", "/v1/ops/orchestrations");

        await ActivatorUtilities.CreateInstance<OrchestrationFunctions>(_app).ListAsync(context.Request, new NamedClient("none"));

        Assert.Equal((401, "UNAUTHORIZED"), (context.Response.StatusCode, Code(context)));
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, null)]
    [InlineData("PUT", "/v1/bookings", 405, "GET, POST")]
    public async Task Everything_else_gets_the_contracts_own_answer(string method, string path, int status, string? allowed)
    {
        var context = Request(method, path);

        await ActivatorUtilities.CreateInstance<UnmatchedFunction>(_app).RunAsync(context.Request);

        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(allowed?.Split(", "), allowed is null ? null : context.Response.Headers.Allow.ToString().Split(", ").Order());
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private DefaultHttpContext Request(string method, string path)
    {
        var context = new DefaultHttpContext { RequestServices = _app.CreateAsyncScope().ServiceProvider };
        (context.Request.Method, context.Request.Path, context.Response.Body) = (method, path, new MemoryStream());
        return context;
    }

    private static string? Code(DefaultHttpContext context)
    {
        context.Response.Body.Position = 0;
        return JsonDocument.Parse(context.Response.Body).RootElement.GetProperty("error").GetProperty("code").GetString();
    }
}
