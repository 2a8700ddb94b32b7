using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Settings;

namespace Nots.Api.Quotes;

/// <summary>Tells what vehicle classes there are and what they cost.</summary>
public sealed class VehicleClassesList(ISettingsStore settings) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "vehicle-classes-list",
        Tag = "Quotes",
        Method = HttpMethods.Get,
        Route = "v1/vehicle-classes",
        Summary = "Vehicle classes with rates, capacity and features",
        Access = Access.Anyone,
        Handler = typeof(VehicleClassesList),
        ResponseShape = ApiJson.Default.VehicleClassesAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var tariffs = await settings.TariffsAsync(request.Aborted);
        var classes = tariffs.OrderBy(tariff => tariff.VehicleClass).Select(VehicleClassAnswer.Of);
        return Answers.Ok(new VehicleClassesAnswer([.. classes]), ApiJson.Default.VehicleClassesAnswer);
    }
}
