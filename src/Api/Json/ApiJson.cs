using System.Text.Json.Serialization;
using Nots.Api.Bookings;
using Nots.Api.Dispatch;
using Nots.Api.Drivers;
using Nots.Api.Operations;
using Nots.Api.Payments;
using Nots.Api.Quotes;
using Nots.Api.Status;
using Nots.Api.Vehicles;
using Nots.Application.Bookings;
using Nots.Application.Dispatch;
using Nots.Application.Operations;
using Nots.Application.Payments;
using Nots.Application.Quotes;

namespace Nots.Api.Json;

/// <summary>The requests and responses of the wire, compiled: they are read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuoteRequest))]
[JsonSerializable(typeof(QuoteResponse))]
[JsonSerializable(typeof(VehicleClassesResponse))]
[JsonSerializable(typeof(LocationsResponse))]
[JsonSerializable(typeof(BookingRequest))]
[JsonSerializable(typeof(AmendRequest))]
[JsonSerializable(typeof(BookingResponse))]
[JsonSerializable(typeof(BookingsResponse))]
[JsonSerializable(typeof(BookingEventsResponse))]
[JsonSerializable(typeof(PaymentIntentRequest))]
[JsonSerializable(typeof(PaymentIntentResponse))]
[JsonSerializable(typeof(WebhookResponse))]
[JsonSerializable(typeof(DriverResponse))]
[JsonSerializable(typeof(DriversResponse))]
[JsonSerializable(typeof(JobsResponse))]
[JsonSerializable(typeof(VehiclesResponse))]
[JsonSerializable(typeof(AssignRequest))]
[JsonSerializable(typeof(CandidatesResponse))]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(RaiseEventRequest))]
[JsonSerializable(typeof(OrchestrationsResponse))]
[JsonSerializable(typeof(OrchestrationDetailsResponse))]
[JsonSerializable(typeof(StatusResponse))]
[JsonSerializable(typeof(ReadinessResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;
