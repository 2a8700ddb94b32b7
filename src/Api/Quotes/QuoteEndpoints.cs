using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Application.Places;
using Nots.Application.Quotes;

namespace Nots.Api.Quotes;

/// <summary>Prices of journeys, and what it takes to ask for one.</summary>
internal static class QuoteEndpoints
{
    public static RouteGroupBuilder MapQuotes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Quotes").RequireAccess(Access.Anyone);
        group.MapPost("quotes", CreateAsync).WithName("quotes-create")
            .WithSummary("Price a journey; the price holds for 15 minutes")
            .ReadsJson(QuoteJson.Default.QuoteRequest)
            .ReturnsJson(QuoteJson.Default.QuoteResponse, StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status502BadGateway);
        group.MapGet("quotes/{quoteId}", GetAsync).WithName("quotes-get")
            .WithSummary("A quote; not found when unknown or expired")
            .ReturnsJson(QuoteJson.Default.QuoteResponse);
        group.MapGet("vehicle-classes", ListVehicleClassesAsync).WithName("vehicle-classes-list")
            .WithSummary("Vehicle classes with rates, capacity and features")
            .ReturnsJson(QuoteJson.Default.VehicleClassesResponse);
        group.MapGet("locations", SearchLocationsAsync).WithName("locations-search")
            .WithSummary("Places whose names match, best first")
            .WithQuery(new ParameterInfo("q", $"What was typed so far, {SearchPlaces.MinTextLength} characters or more.", Required: true))
            .ReturnsJson(QuoteJson.Default.LocationsResponse);
        return group;
    }

    private static async Task<IResult> CreateAsync(HttpContext context, RequestQuote requestQuote)
    {
        var (request, malformed) = RequestReader.Read(context.Json(), QuoteJson.Default.QuoteRequest);
        var quoted = await requestQuote.ExecuteAsync(request with { Malformed = malformed }, context.Caller(), context.RequestAborted);
        if (!quoted.Succeeded)
            return ApiResults.Refused(quoted.Refusal);
        var (quote, options) = quoted.Value;
        return ApiResults.Created(QuoteResponse.From(quote, options), QuoteJson.Default.QuoteResponse, $"/v1/quotes/{quote.Id}");
    }

    private static async Task<IResult> GetAsync(string quoteId, HttpContext context, GetQuote getQuote)
    {
        var quote = await getQuote.ExecuteAsync(quoteId, context.RequestAborted);
        return ApiResults.Ok(quote, found => QuoteResponse.From(found, []), QuoteJson.Default.QuoteResponse);
    }

    private static async Task<IResult> ListVehicleClassesAsync(HttpContext context, ListVehicleClasses listVehicleClasses)
    {
        var tariffs = await listVehicleClasses.ExecuteAsync(context.RequestAborted);
        return ApiResults.Ok(new VehicleClassesResponse([.. tariffs.Select(VehicleClassResponse.From)]), QuoteJson.Default.VehicleClassesResponse);
    }

    private static async Task<IResult> SearchLocationsAsync(HttpContext context, SearchPlaces searchPlaces)
    {
        var query = context.Query();
        var places = await searchPlaces.ExecuteAsync(query.Text("q"), query.Faults, context.RequestAborted);
        return ApiResults.Ok(places, found => new LocationsResponse([.. found.Select(PlaceResponse.From)]), QuoteJson.Default.LocationsResponse);
    }
}
