using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Paging;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Application.Common;
using Nots.Application.Vehicles;
using Nots.Domain.Common;
using Nots.Domain.Vehicles;

namespace Nots.Api.Vehicles;

/// <summary>Vehicles.</summary>
internal static class VehicleEndpoints
{
    public static RouteGroupBuilder MapVehicles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Vehicles").RequireAccess(Access.Staff);
        group.MapGet("vehicles", ListAsync).WithName("vehicles-list")
            .WithSummary("Vehicles")
            .WithQuery([new("status", "Only vehicles in this state.", Values: Wire.All<VehicleStatus>()), .. ParameterInfo.Paging])
            .ReturnsJson(VehicleJson.Default.VehiclesResponse);
        return group;
    }

    private static async Task<IResult> ListAsync(HttpContext context, ListVehicles listVehicles, ICursorCodec cursors)
    {
        var query = context.Query();
        var status = query.OneOf<VehicleStatus>("status");
        var limit = query.Limit();
        var scope = ListScope.From(context, status?.ToString());
        var after = query.Cursor<StatusPosition>(cursors, scope);
        if (query.Faulty)
            return ApiResults.Refused(query.Faults.ToRefusal());
        var page = await listVehicles.ExecuteAsync(status, limit, after, context.RequestAborted);
        return ApiResults.Ok(
            new VehiclesResponse([.. page.Items.Select(VehicleResponse.From)], PaginationResponse.From(limit, page.Next, cursors, scope)),
            VehicleJson.Default.VehiclesResponse);
    }
}
