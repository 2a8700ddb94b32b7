using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Paging;
using Nots.Api.Pipeline;
using Nots.Application.Common;
using Nots.Application.Compliance;
using Nots.Application.Drivers;
using Nots.Domain.Common;
using Nots.Domain.Drivers;

namespace Nots.Api.Drivers;

/// <summary>Lists drivers.</summary>
public sealed class DriversList(IDriverStore drivers, IDocumentStore documents, ICursorCodec cursors, TimeProvider time) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "drivers-list",
        Tag = "Drivers",
        Method = HttpMethods.Get,
        Route = "v1/drivers",
        Summary = "Drivers with availability, record and compliance",
        Access = Access.Staff,
        Handler = typeof(DriversList),
        Query = [new("status", "Only drivers in this state.", Values: Wire.All<DriverStatus>()), .. ParameterInfo.Paging],
        ResponseShape = ApiJson.Default.DriversAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var query = request.Query;
        var status = query.OneOf<DriverStatus>("status");
        var limit = query.Limit();
        var scope = ListScope.Of(Info, request.Caller, status?.ToString());
        var after = query.Cursor<StatusPosition>(cursors, scope);
        if (query.Faults.Any)
            return Answers.Refused(query.Faults.ToRefusal());
        var page = await drivers.ListAsync(status, limit, after, request.Aborted);
        var now = time.GetUtcNow();
        var compliances = await Task.WhenAll(page.Items.Select(driver => DriverCompliance.OfAsync(driver, documents, now, request.Aborted)));
        return Answers.Ok(new DriversAnswer([.. compliances.Select(DriverAnswer.Of)], PaginationAnswer.Of(limit, page.Next, cursors, scope)), ApiJson.Default.DriversAnswer);
    }
}
