using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Drivers;

namespace Nots.Api.Drivers;

/// <summary>Reads a driver's profile.</summary>
public sealed class DriversGet(GetDriver getDriver) : IEndpoint
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
        return Answers.Ok(driver, DriverAnswer.Of, ApiJson.Default.DriverAnswer);
    }
}
