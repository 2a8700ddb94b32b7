using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Paging;
using Nots.Api.Pipeline;
using Nots.Application.Common;
using Nots.Application.Vehicles;
using Nots.Domain.Common;
using Nots.Domain.Vehicles;

namespace Nots.Api.Vehicles;

/// <summary>Lists vehicles.</summary>
public sealed class VehiclesList(IVehicleStore vehicles, ICursorCodec cursors) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "vehicles-list",
        Tag = "Vehicles",
        Method = HttpMethods.Get,
        Route = "v1/vehicles",
        Summary = "Vehicles",
        Access = Access.Staff,
        Handler = typeof(VehiclesList),
        Query = [new("status", "Only vehicles in this state.", Values: Wire.All<VehicleStatus>()), .. ParameterInfo.Paging],
        ResponseShape = ApiJson.Default.VehiclesAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var query = request.Query;
        var status = query.OneOf<VehicleStatus>("status");
        var limit = query.Limit();
        var scope = ListScope.Of(Info, request.Caller, status?.ToString());
        var after = query.Cursor<StatusPosition>(cursors, scope);
        if (query.Faults.Any)
            return Answers.Refused(query.Faults.ToRefusal());
        var page = await vehicles.ListAsync(status, limit, after, request.Aborted);
        return Answers.Ok(new VehiclesAnswer([.. page.Items.Select(VehicleAnswer.Of)], PaginationAnswer.Of(limit, page.Next, cursors, scope)), ApiJson.Default.VehiclesAnswer);
    }
}
