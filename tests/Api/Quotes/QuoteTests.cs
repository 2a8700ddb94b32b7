using System.Net;
using System.Text.Json;
using Nots.Api.Tests.Support;
using Nots.Application.Common;

namespace Nots.Api.Tests.Quotes;

public sealed class QuoteTests
{
    private const string Fixed = """
        ,"status":"valid","expiresAt":"2026-12-08T14:45:00Z","createdAt":"2026-12-08T14:30:00Z","journey":{"distance":{"meters":8500,"miles":5.28,"text":"5.3 miles"},"duration":{"seconds":1200,"minutes":20,"text":"20 mins"},"route":{"polyline":"abc"},"estimated":true},"pricing":{"currency":"GBP","method":"metered","breakdown":{"baseFare":500,"distanceCharge":528,"timeCharge":200,"waitingCharge":0,"hourlyCharge":0,"fixedPrice":0,"minimumFareAdjustment":0,"surge":0,"returnDiscount":0,"promoDiscount":0,"corporateDiscount":0,"subtotal":1228,"tax":0,"total":1228},"displayTotal":"£12.28"},"pickupLocation":{"address":"Bournemouth Railway Station","latitude":50.7,"longitude":-1.9,"kind":"address"},"dropoffLocation":{"address":"Poole Harbour","latitude":50.7,"longitude":-1.9,"kind":"address"},"waypoints":[],"pickupTime":"2026-12-10T14:30:00Z","passengers":2,"luggage":1,"vehicleType":"standard","journeyType":"one_way"}
        """;

    [Fact]
    public async Task A_quote_is_answered_field_by_field_as_the_wire_is_fixed()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.PostAsync("/v1/quotes", A.QuoteJson);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal($$"""{"quoteId":"{{answer.Text("quoteId")}}"{{Fixed}}""", answer.Body);
        Assert.Equal($"/v1/quotes/{answer.Text("quoteId")}", answer.Headers["Location"]);
    }

    [Fact]
    public async Task A_quote_is_read_back_until_it_expires()
    {
        await using var host = await ApiHost.StartAsync();
        var made = await host.PostAsync("/v1/quotes", A.QuoteJson);

        var read = await host.GetAsync(made.Headers["Location"]);
        host.Time.Advance(TimeSpan.FromMinutes(15));
        var expired = await host.GetAsync(made.Headers["Location"]);

        Assert.Equal((HttpStatusCode.OK, made.Body), (read.Status, read.Body));
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (expired.Status, expired.Code));
    }

    [Fact]
    public async Task A_return_has_two_legs_before_its_discount_and_both_ways_together()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.PostAsync("/v1/quotes", A.QuoteJson.Replace("\"one_way\"", "\"return\",\"returnPickupTime\":\"2026-12-10T18:30:00Z\"", StringComparison.Ordinal));

        var legs = answer.Json.GetProperty("legs");
        Assert.Equal([1228L, 1228L], legs.EnumerateArray().Select(leg => leg.GetProperty("breakdown").GetProperty("total").GetInt64()));
        Assert.Equal(17_000, answer.Json.GetProperty("journey").GetProperty("distance").GetProperty("meters").GetInt32());
        Assert.Equal(-368, answer.Json.GetProperty("pricing").GetProperty("breakdown").GetProperty("returnDiscount").GetInt64());
        Assert.Equal("2026-12-10T18:30:00Z", answer.Text("returnPickupTime"));
    }

    [Fact]
    public async Task A_comparison_offers_every_class_that_fits_each_as_a_quote_of_its_own()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.PostAsync("/v1/quotes", A.QuoteJson.Replace("\"one_way\"", "\"one_way\",\"compare\":true", StringComparison.Ordinal));

        var options = answer.Json.GetProperty("options").EnumerateArray().ToList();
        Assert.Equal(["standard", "executive", "minibus"], options.Select(option => option.GetProperty("vehicleType").GetString()!));
        foreach (var option in options)
            Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"/v1/quotes/{option.GetProperty("quoteId").GetString()}")).Status);
    }

    [Fact]
    public async Task Faults_of_reading_and_of_meaning_are_reported_together_and_nothing_is_stored()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.PostAsync("/v1/quotes", """
            {"pickupLocation":{"address":7,"colour":"red"},"dropoffLocation":{},"waypoints":[{"address":"A","waitMinutes":481},"x"],
             "pickupTime":"yesterday","passengers":2.5,"luggage":1e999,"vehicleType":"tank","journeyType":"one_way","compare":"yes","extra":null}
            """);

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (answer.Status, answer.Code));
        Assert.Equal(
            [
                "compare:type", "dropoffLocation:required", "extra:unknown", "luggage:type", "passengers:type", "pickupLocation.address:type",
                "pickupLocation.colour:unknown", "pickupLocation:required", "pickupTime:format", "vehicleType:one_of", "waypoints[0].waitMinutes:range",
                "waypoints[1]:type",
            ],
            answer.Faults.Order(StringComparer.Ordinal));
        Assert.Empty(host.Table.All<Domain.Quotes.Quote>());
    }

    [Theory]
    [InlineData("{", "json")]
    [InlineData("", "required")]
    [InlineData("[1]", "type")]
    [InlineData("null", "type")]
    [InlineData("{} {}", "json")]
    [InlineData("{\"passengers\":NaN}", "json")]
    [InlineData("{\"passengers\":01}", "json")]
    [InlineData("{/* hello */}", "json")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}", "json")]
    public async Task What_is_no_JSON_object_is_one_clear_fault(string body, string constraint)
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.PostAsync("/v1/quotes", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([$"body:{constraint}"], answer.Faults);
    }

    [Fact]
    public async Task A_routing_service_that_cannot_be_reached_is_worth_another_try()
    {
        await using var host = await ApiHost.StartAsync();
        host.Planner.Fault = new ExternalServiceException("routing", "key sk-secret was refused at 10.0.0.1", transient: true);

        var answer = await host.PostAsync("/v1/quotes", A.QuoteJson);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "EXTERNAL_SERVICE_ERROR"), (answer.Status, answer.Code));
        Assert.Equal("5", answer.Headers["Retry-After"]);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vehicle_classes_have_rates_and_seats()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.GetAsync("/v1/vehicle-classes");

        var minibus = answer.Json.GetProperty("vehicleClasses")[2];
        Assert.Equal(("minibus", 8, 7000L), (minibus.GetProperty("vehicleType").GetString(), minibus.GetProperty("capacity").GetInt32(), minibus.GetProperty("rates").GetProperty("perHour").GetInt64()));
    }

    [Theory]
    [InlineData("", "q:required")]
    [InlineData("?q=", "q:required")]
    [InlineData("?q=po", "q:length")]
    [InlineData("?q=%20po%20", "q:length")]
    [InlineData("?q=poole&x=1", "x:unknown")]
    [InlineData("?q=poole&q=harbour", "q:duplicate")]
    public async Task A_look_up_needs_three_characters_and_nothing_else(string query, string fault)
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.GetAsync("/v1/locations" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([fault], answer.Faults);
    }

    [Fact]
    public async Task A_look_up_finds_places()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.GetAsync("/v1/locations?q=poole");

        Assert.Equal("""{"locations":[{"address":"Poole Harbour","latitude":50.7122,"longitude":-1.9876,"kind":"port"}]}""", answer.Body);
    }

    [Fact]
    public async Task A_quote_takes_no_query()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(["debug:unknown"], (await host.PostAsync("/v1/quotes?debug=1", A.QuoteJson)).Faults);
        Assert.Equal(JsonValueKind.Object, (await host.PostAsync("/v1/quotes", A.QuoteJson)).Json.ValueKind);
    }
}
