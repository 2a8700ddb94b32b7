using System.Text.Json.Serialization;
using Nots.Api.Bookings;
using Nots.Api.Dispatch;
using Nots.Api.Drivers;
using Nots.Api.Operations;
using Nots.Api.Payments;
using Nots.Api.Quotes;
using Nots.Api.Status;
using Nots.Api.Vehicles;

namespace Nots.Api.Json;

/// <summary>The shapes of the wire, compiled: what is sent is written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuoteBody))]
[JsonSerializable(typeof(QuoteAnswer))]
[JsonSerializable(typeof(VehicleClassesAnswer))]
[JsonSerializable(typeof(LocationsAnswer))]
[JsonSerializable(typeof(BookingBody))]
[JsonSerializable(typeof(AmendBody))]
[JsonSerializable(typeof(BookingAnswer))]
[JsonSerializable(typeof(BookingsAnswer))]
[JsonSerializable(typeof(BookingEventsAnswer))]
[JsonSerializable(typeof(IntentBody))]
[JsonSerializable(typeof(IntentAnswer))]
[JsonSerializable(typeof(ReceivedAnswer))]
[JsonSerializable(typeof(DriverAnswer))]
[JsonSerializable(typeof(DriversAnswer))]
[JsonSerializable(typeof(JobsAnswer))]
[JsonSerializable(typeof(VehiclesAnswer))]
[JsonSerializable(typeof(AssignBody))]
[JsonSerializable(typeof(CandidatesAnswer))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(RaiseBody))]
[JsonSerializable(typeof(OrchestrationsAnswer))]
[JsonSerializable(typeof(OrchestrationDetailsAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(ReadinessAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
