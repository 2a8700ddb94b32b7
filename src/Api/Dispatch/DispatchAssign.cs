using Microsoft.AspNetCore.Http;
using Nots.Api.Bookings;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Dispatch;

namespace Nots.Api.Dispatch;

/// <summary>Gives a job to a driver and a vehicle.</summary>
public sealed class DispatchAssign(AssignDriver assignDriver) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "dispatch-assign",
        Tag = "Dispatch",
        Method = HttpMethods.Post,
        Route = "v1/dispatch/assign",
        Summary = "Assign a driver and a vehicle; a conflict names the gate that refused",
        Access = Access.Staff,
        Handler = typeof(DispatchAssign),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.AssignBody,
        ResponseShape = ApiJson.Default.BookingAnswer,
        Refusals = [StatusCodes.Status404NotFound, StatusCodes.Status409Conflict],
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var assigned = await assignDriver.ExecuteAsync(Read(request.Json), request.Caller, request.Aborted);
        return Answers.Ok(assigned, BookingAnswer.Of, ApiJson.Default.BookingAnswer);
    }

    private static AssignRequest Read(JsonFields json) => new()
    {
        BookingId = json.Text("bookingId"),
        DriverId = json.Text("driverId"),
        VehicleId = json.Text("vehicleId"),
        NotifyDriver = json.Flag("notifyDriver") ?? true,
        Malformed = json.End(),
    };
}
