using Nots.Application.Common;
using Nots.Domain.Places;
using Nots.Domain.Quotes;

namespace Nots.Application.Quotes;

/// <summary>Checks a quote request by itself, without looking at a map or a tariff, and turns it into typed values.</summary>
public sealed class QuoteRequestReader(Policies policies, WireTime wireTime, TimeProvider time)
{
    /// <summary>What was asked for; whatever is at fault is in the list, and its value here is not to be used.</summary>
    public QuoteDraft Read(QuoteRequest request, FaultList faults)
    {
        var type = faults.OneOf<JourneyType>("journeyType", request.JourneyType);
        var vehicleClass = request.Compare && request.VehicleType is null ? null : faults.OneOf<VehicleClass>("vehicleType", request.VehicleType);
        var pickupAt = ReadPickupTime(request, faults);
        if (faults.Require("passengers", request.Passengers))
            faults.InRange("passengers", request.Passengers!.Value, 1, QuoteRequest.MaxPassengers);
        faults.InRange("luggage", request.Luggage ?? 0, 0, QuoteRequest.MaxLuggage);
        if (!string.IsNullOrEmpty(request.PromoCode))
            faults.Add("promoCode", "unknown", "There is no such promotion.");
        if (!string.IsNullOrEmpty(request.CorporateAccountId))
            faults.Add("corporateAccountId", "unknown", "There is no such corporate account.");
        return new QuoteDraft(
            type ?? default,
            vehicleClass,
            ReadLocation("pickupLocation", request.PickupLocation, faults),
            ReadLocation("dropoffLocation", request.DropoffLocation, faults),
            ReadWaypoints(request, faults),
            pickupAt ?? default,
            ReadReturnTime(request, type, pickupAt, faults),
            ReadHours(request, type, faults),
            request.Passengers ?? 0,
            request.Luggage ?? 0);
    }

    private DateTimeOffset? ReadPickupTime(QuoteRequest request, FaultList faults)
    {
        if (wireTime.Read("pickupTime", request.PickupTime, faults) is not { } pickupAt)
            return null;
        var now = time.GetUtcNow();
        // A caller who asks for "now" asked a moment ago.
        var least = policies.MinimumNotice > TimeSpan.Zero ? now + policies.MinimumNotice : now - TimeSpan.FromMinutes(1);
        if (pickupAt < now - TimeSpan.FromMinutes(1))
            faults.Add("pickupTime", "past", "pickupTime has passed.");
        else if (pickupAt < least)
            faults.Add("pickupTime", "notice", $"pickupTime must be at least {policies.MinimumNotice.TotalMinutes:0} minutes ahead.");
        else if (pickupAt > now + policies.MaximumNotice)
            faults.Add("pickupTime", "range", $"pickupTime must be at most {policies.MaximumNotice.TotalDays:0} days ahead.");
        return pickupAt;
    }

    private DateTimeOffset? ReadReturnTime(QuoteRequest request, JourneyType? type, DateTimeOffset? pickupAt, FaultList faults)
    {
        if (type != JourneyType.Return)
        {
            if (request.ReturnPickupTime is not null && type is not null)
                faults.Add("returnPickupTime", "unexpected", "returnPickupTime goes with journeyType return.");
            return null;
        }
        var returnAt = wireTime.Read("returnPickupTime", request.ReturnPickupTime, faults);
        if (returnAt <= pickupAt)
            faults.Add("returnPickupTime", "order", "returnPickupTime must be after pickupTime.");
        else if (returnAt > time.GetUtcNow() + policies.MaximumNotice)
            faults.Add("returnPickupTime", "range", $"returnPickupTime must be at most {policies.MaximumNotice.TotalDays:0} days ahead.");
        return returnAt;
    }

    private static int? ReadHours(QuoteRequest request, JourneyType? type, FaultList faults)
    {
        if (type != JourneyType.Hourly)
        {
            if (request.Hours is not null && type is not null)
                faults.Add("hours", "unexpected", "hours goes with journeyType hourly.");
            return null;
        }
        if (faults.Require("hours", request.Hours))
            faults.InRange("hours", request.Hours!.Value, QuoteRequest.MinHours, QuoteRequest.MaxHours);
        return request.Hours;
    }

    private static List<DraftVia> ReadWaypoints(QuoteRequest request, FaultList faults)
    {
        if (request.Waypoints.Count > QuoteRequest.MaxWaypoints)
            faults.Add("waypoints", "count", $"There are at most {QuoteRequest.MaxWaypoints} via stops.");
        var vias = new List<DraftVia>();
        for (var i = 0; i < Math.Min(request.Waypoints.Count, QuoteRequest.MaxWaypoints); i++)
        {
            var waypoint = request.Waypoints[i];
            var wait = waypoint.WaitMinutes ?? 0;
            faults.InRange($"waypoints[{i}].waitMinutes", wait, 0, WaypointInput.MaxWaitMinutes);
            vias.Add(new DraftVia(ReadLocation($"waypoints[{i}]", waypoint, faults), wait));
        }
        return vias;
    }

    private static Location ReadLocation(string field, LocationInput? input, FaultList faults)
    {
        if (!faults.Require(field, input))
            return new Location();
        faults.Text($"{field}.address", input!.Address, LocationInput.MaxAddressLength);
        faults.Text($"{field}.placeId", input.PlaceId, LocationInput.MaxPlaceIdLength);
        if (input.Latitude is null != input.Longitude is null)
            faults.Add(input.Latitude is null ? $"{field}.latitude" : $"{field}.longitude", "required", "latitude and longitude go together.");
        Coordinates? coordinates = input is { Latitude: { } latitude, Longitude: { } longitude } ? new Coordinates(latitude, longitude) : null;
        if (coordinates is { IsValid: false })
            faults.Add(field, "range", $"{field}: latitude must be from -90 to 90 and longitude from -180 to 180.");
        if (string.IsNullOrWhiteSpace(input.Address) && coordinates is null && string.IsNullOrWhiteSpace(input.PlaceId))
            faults.Add(field, "required", $"{field} needs an address, or coordinates, or a placeId.");
        return new Location(Blank(input.Address), coordinates, Blank(input.PlaceId));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
