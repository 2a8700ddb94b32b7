using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Places;

namespace Nots.Api.Quotes;

/// <summary>Looks up addresses for the quote form.</summary>
public sealed class LocationsSearch(IRoutePlanner planner) : IEndpoint
{
    private const int LeastText = 3;

    public static EndpointInfo Info { get; } = new()
    {
        Name = "locations-search",
        Tag = "Quotes",
        Method = HttpMethods.Get,
        Route = "v1/locations",
        Summary = "Places whose names match, best first",
        Access = Access.Anyone,
        Handler = typeof(LocationsSearch),
        Query = [new("q", "What was typed so far, 3 characters or more.", Required: true)],
        ResponseShape = ApiJson.Default.LocationsAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var faults = request.Query.Faults;
        var text = request.Query.Text("q")?.Trim();
        if (faults.Require("q", text) && text!.Length < LeastText)
            faults.Add("q", "length", $"q must have at least {LeastText} characters.");
        if (faults.Any)
            return Answers.Refused(faults.ToRefusal());
        var places = await planner.SearchAsync(text!, request.Aborted);
        return Answers.Ok(new LocationsAnswer([.. places.Select(PlaceAnswer.Of)]), ApiJson.Default.LocationsAnswer);
    }
}
