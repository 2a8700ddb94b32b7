using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Compliance;
using Nots.Application.Drivers;

namespace Nots.Api.Drivers;

/// <summary>Reads a driver's profile.</summary>
public sealed class DriversGet(GetDriver getDriver, IDocumentStore documents, TimeProvider time) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "drivers-get",
        Tag = "Drivers",
        Method = HttpMethods.Get,
        Route = "v1/drivers/{driverId}",
        Summary = "A driver: any for staff, themselves for a driver",
        Access = Access.DriversAndStaff,
        Handler = typeof(DriversGet),
        ResponseShape = ApiJson.Default.DriverAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var driver = await getDriver.ExecuteAsync(request.Route("driverId"), request.Caller, request.Aborted);
        if (!driver.Succeeded)
            return Answers.Refused(driver.Refusal);
        var compliance = await DriverCompliance.OfAsync(driver.Value, documents, time.GetUtcNow(), request.Aborted);
        return Answers.Ok(DriverAnswer.Of(compliance), ApiJson.Default.DriverAnswer);
    }
}
