using Nots.Application.Common;
using Nots.Application.Places;
using Nots.Application.Settings;
using Nots.Application.Storage;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Application.Quotes;

/// <summary>Prices a journey and locks the price for a while.</summary>
public sealed class RequestQuote(
    QuoteRequestReader reader,
    IRoutePlanner planner,
    ISettingsStore settings,
    ITransactions transactions,
    IIdSource ids,
    Policies policies,
    TimeProvider time)
{
    /// <summary>The quotes, or every fault of the request at once.</summary>
    /// <exception cref="ExternalServiceException">No route could be planned.</exception>
    public async Task<Result<QuotedJourney>> ExecuteAsync(QuoteRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var faults = new FaultList(request.Malformed);
        var draft = reader.Read(request, faults);
        var tariffs = await settings.TariffsAsync(cancellationToken);
        var classes = ChooseClasses(draft, request.Compare, tariffs, faults);
        if (faults.Any)
            return faults.ToRefusal();

        var planned = await PlanAsync(draft, cancellationToken);
        if (!planned.Succeeded)
            return planned.Refusal;

        var now = time.GetUtcNow();
        var transaction = transactions.Begin();
        var quotes = classes.Select(tariff => transaction.Add(Price(tariff, planned.Value, caller, now))).ToList();
        await transaction.CommitAsync(cancellationToken);
        return new QuotedJourney(quotes[0], request.Compare ? quotes : []);
    }

    private static List<Tariff> ChooseClasses(QuoteDraft draft, bool compare, IReadOnlyList<Tariff> tariffs, FaultList faults)
    {
        var fitting = tariffs.Where(tariff => tariff.Seats >= draft.Passengers).ToList();
        if (fitting.Count == 0)
            faults.Add("passengers", "capacity", "No vehicle class carries so many passengers.");
        if (draft.VehicleClass is not { } asked)
            return compare ? fitting : [];
        if (fitting.Find(tariff => tariff.VehicleClass == asked) is not { } chosen)
        {
            var seats = tariffs.FirstOrDefault(tariff => tariff.VehicleClass == asked)?.Seats ?? 0;
            faults.Add("passengers", "capacity", $"A {Wire.Name(asked)} vehicle carries at most {seats} passengers.");
            return [];
        }
        return compare ? [chosen, .. fitting.Where(tariff => tariff != chosen)] : [chosen];
    }

    private async Task<Result<Journey>> PlanAsync(QuoteDraft draft, CancellationToken cancellationToken)
    {
        List<RouteStop> stops =
        [
            new("pickupLocation", draft.Pickup),
            .. draft.Vias.Select((via, i) => new RouteStop($"waypoints[{i}]", via.Location)),
            new("dropoffLocation", draft.Dropoff),
        ];
        var outbound = await planner.PlanAsync(stops, draft.PickupAt, cancellationToken);
        if (!outbound.Succeeded)
            return outbound.Refusal;
        var plan = outbound.Value;
        var waiting = draft.Vias.Sum(via => via.WaitMinutes);
        var journey = new Journey
        {
            Type = draft.Type,
            VehicleClass = draft.VehicleClass ?? default,
            Pickup = plan.Stops[0],
            Dropoff = plan.Stops[^1],
            Vias = [.. draft.Vias.Select((via, i) => new Via(plan.Stops[i + 1], via.WaitMinutes))],
            Outbound = new Leg(draft.PickupAt, plan.Meters, plan.Seconds, waiting, plan.Polyline),
            Hours = draft.Hours,
            Passengers = draft.Passengers,
            Luggage = draft.Luggage,
            Estimated = plan.Estimated,
        };
        return draft.ReturnAt is { } returnAt ? await PlanWayBackAsync(journey, returnAt, cancellationToken) : journey;
    }

    /// <summary>The way back is direct: via stops belong to the way out.</summary>
    private async Task<Result<Journey>> PlanWayBackAsync(Journey journey, DateTimeOffset returnAt, CancellationToken cancellationToken)
    {
        if (returnAt < journey.Outbound.EstimatedEnd)
        {
            return Refusal.Invalid(new FieldFault(
                "returnPickupTime", "order", "The way back would begin before the way out ends, at " + journey.Outbound.EstimatedEnd.UtcDateTime.ToString("u") + "."));
        }
        RouteStop[] stops =
        [
            new("dropoffLocation", new(journey.Dropoff.Address, journey.Dropoff.Coordinates)),
            new("pickupLocation", new(journey.Pickup.Address, journey.Pickup.Coordinates)),
        ];
        var inbound = await planner.PlanAsync(stops, returnAt, cancellationToken);
        return inbound.Then<Journey>(plan => journey with { Inbound = new Leg(returnAt, plan.Meters, plan.Seconds, 0, plan.Polyline) });
    }

    private Quote Price(Tariff tariff, Journey journey, Caller caller, DateTimeOffset now) => new()
    {
        Id = ids.New<QuoteId>(),
        Journey = journey with { VehicleClass = tariff.VehicleClass },
        Fare = journey switch
        {
            { Hours: { } hours } => PriceEngine.Hourly(tariff, hours),
            { Inbound: { } inbound } => PriceEngine.Return(tariff, journey.Outbound, inbound),
            _ => PriceEngine.OneWay(tariff, journey.Outbound),
        },
        ExpiresAt = now + policies.QuoteValidity,
        UserId = caller.UserId,
    };
}
