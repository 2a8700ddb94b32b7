using Nots.Api.Json;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>The same journey in a vehicle class: a quote of its own that can be booked.</summary>
internal sealed record OptionAnswer([property: WireNames<VehicleClass>] string VehicleType, string QuoteId, PricingAnswer Pricing)
{
    public static OptionAnswer Of(Quote quote) => new(Wire.Name(quote.Journey.VehicleClass), quote.Id, PricingAnswer.Of(quote.Fare));
}
