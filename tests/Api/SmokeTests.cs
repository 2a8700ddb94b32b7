using System.Net;
using Nots.Api.Tests.Support;

namespace Nots.Api.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task Dump()
    {
        await using var host = await ApiHost.StartAsync();
        var a = await host.PostAsync("/v1/quotes", A.QuoteJson);
        Console.WriteLine(a.Body); foreach (var h in a.Headers) Console.WriteLine(h);
        var t = host.Issuer.Token("ada", "customer");
        var b = await host.PostAsync("/v1/bookings", A.BookingJson(a.Text("quoteId")), t);
        Console.WriteLine(b.Body);
        var o = await host.GetAsync("/openapi/v1.json");
        File.WriteAllText("/tmp/openapi.json", o.Body);
        foreach (var l in host.Log.Lines) Console.WriteLine(l);
        Console.WriteLine((await host.GetAsync("/nope")).Body);
        Console.WriteLine((await host.SendAsync(HttpMethod.Put, "/v1/quotes")).Body);
        Console.WriteLine((await host.PostAsync("/v1/quotes", """{"passengers":1e999,"pickupTime":3,"zzz":1,"luggage":2.5,"hours":1180591620717411303424,"luggage":3}""")).Body);
        Assert.Equal(HttpStatusCode.Created, a.Status);
    }
}
