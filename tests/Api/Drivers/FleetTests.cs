using System.Net;
using Nots.Api.Tests.Support;
using Nots.Domain.Compliance;
using Nots.Domain.Users;

namespace Nots.Api.Tests.Drivers;

public sealed class FleetTests
{
    private const string Dan = """
        {"driverId":"driver_1","firstName":"Dan","lastName":"Drew","email":"dan@example.com","phone":"+447700900456","status":"active","availability":{"available":true,"currentLocation":{"latitude":50.72,"longitude":-1.88,"updatedAt":"2026-12-08T14:30:00Z"}},"performance":{"rating":4.8,"totalTrips":245,"completionRate":98.5,"acceptanceRate":95.2,"onTimeRate":97.1},"compliance":{"allDocumentsValid":false,"expiringDocuments":["dbs"]},"vehicleId":"vehicle_1","licenceNumber":"PHD-100","licensingAuthority":"BCP"}
        """;

    [Fact]
    public async Task Drivers_are_listed_with_how_their_papers_stand()
    {
        await using var host = await StartAsync();

        var answer = await host.GetAsync("/v1/drivers", host.Issuer.Token("dee", "dispatcher"));

        Assert.Equal("{\"drivers\":[" + Dan + "],\"pagination\":{\"limit\":20,\"nextCursor\":null,\"hasMore\":false}}", answer.Body);
    }

    [Fact]
    public async Task A_list_takes_what_is_noted_with_the_driver_and_one_driver_their_documents()
    {
        await using var host = await StartAsync();
        var medical = new ComplianceDocument
        {
            Id = "doc_2",
            Owner = DocumentOwner.Driver,
            OwnerId = "driver_1",
            Type = DocumentType.Medical,
            Review = DocumentStatus.Valid,
            ExpiresAt = A.Now.AddDays(29),
        };
        host.Fleet.Drivers = [A.Driver().Holding(medical)];
        var token = host.Issuer.Token("dee", "dispatcher");

        var list = await host.GetAsync("/v1/drivers", token);
        var one = await host.GetAsync("/v1/drivers/driver_1", token);

        Assert.Contains("""
            "expiringDocuments":["medical"]
            """.Trim(), list.Body, StringComparison.Ordinal);
        Assert.Contains("""
            "expiringDocuments":["dbs"]
            """.Trim(), one.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_driver_reads_themselves_and_no_other()
    {
        await using var host = await StartAsync();
        host.Table.Seed(A.User("dan", Role.Driver, "driver_1"));
        host.Fleet.Drivers = [A.Driver(), A.Driver("driver_2")];
        var token = host.Issuer.Token("dan", "driver");

        Assert.Equal(Dan, (await host.GetAsync("/v1/drivers/driver_1", token)).Body);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/v1/drivers/driver_2", token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/v1/drivers/driver_2/jobs", token)).Status);
        Assert.Equal("""{"jobs":[],"pagination":{"limit":20,"nextCursor":null,"hasMore":false}}""", (await host.GetAsync("/v1/drivers/driver_1/jobs", token)).Body);
    }

    [Fact]
    public async Task Drivers_page_by_cursor()
    {
        await using var host = await StartAsync();
        host.Fleet.Drivers = [A.Driver("driver_1"), A.Driver("driver_2"), A.Driver("driver_3")];
        var token = host.Issuer.Token("dee", "dispatcher");

        var first = await host.GetAsync("/v1/drivers?limit=2", token);
        var second = await host.GetAsync("/v1/drivers?limit=2&cursor=" + first.Json.GetProperty("pagination").GetProperty("nextCursor").GetString(), token);

        Assert.Equal(["driver_3"], second.Json.GetProperty("drivers").EnumerateArray().Select(driver => driver.GetProperty("driverId").GetString()!));
        Assert.False(second.Json.GetProperty("pagination").GetProperty("hasMore").GetBoolean());
    }

    [Fact]
    public async Task Vehicles_are_listed()
    {
        await using var host = await StartAsync();

        var answer = await host.GetAsync("/v1/vehicles?status=active", host.Issuer.Token("dee", "dispatcher"));

        Assert.Equal(
            """{"vehicles":[{"vehicleId":"vehicle_1","registration":"HF24 NTS","make":"Toyota","model":"Corolla","year":2024,"color":"Silver","type":"standard","capacity":4,"status":"active","assignedDriver":"driver_1","plateNumber":"P-77","licensingAuthority":"BCP"}],"pagination":{"limit":20,"nextCursor":null,"hasMore":false}}""",
            answer.Body);
    }

    [Fact]
    public async Task Candidates_come_with_every_gate_and_an_assignment_that_one_refuses_names_it()
    {
        await using var host = await StartAsync();
        host.Table.Seed(A.Booking().PaymentSucceeded(1228, "pi_1", A.Now)!.Booking);
        var token = host.Issuer.Token("dee", "dispatcher");

        var candidates = await host.GetAsync("/v1/dispatch/candidates?bookingId=booking_1", token);
        var refused = await host.PostAsync("/v1/dispatch/assign", """{"bookingId":"booking_1","driverId":"driver_1","vehicleId":"vehicle_1"}""", token);
        var unknown = await host.PostAsync("/v1/dispatch/assign", """{"bookingId":"booking_1","driverId":"driver_9","vehicleId":"vehicle_1","notifyDriver":"no"}""", token);

        var candidate = Assert.Single(candidates.Json.GetProperty("candidates").EnumerateArray().ToList());
        Assert.Equal(("driver_1", "vehicle_1", false, 1), (candidate.GetProperty("driverId").GetString(), candidate.GetProperty("vehicleId").GetString(), candidate.GetProperty("eligible").GetBoolean(), candidate.GetProperty("rank").GetInt32()));
        Assert.Contains(
            candidate.GetProperty("gates").EnumerateArray(), gate => gate.GetProperty("gate").GetString() == "driver_documents" && !gate.GetProperty("passed").GetBoolean());
        Assert.Equal((HttpStatusCode.Conflict, "driver_documents"), (refused.Status, refused.Error.GetProperty("details").GetProperty("gate").GetString()));
        Assert.Equal(["notifyDriver:type"], unknown.Faults);
    }

    private static async Task<ApiHost> StartAsync()
    {
        var host = await ApiHost.StartAsync();
        host.Fleet.Documents =
        [
            new ComplianceDocument
            {
                Id = "doc_1", Owner = DocumentOwner.Driver, OwnerId = "driver_1", Type = DocumentType.Dbs, Review = DocumentStatus.Valid,
                ExpiresAt = A.Now.AddDays(10),
            },
        ];
        return host;
    }
}
