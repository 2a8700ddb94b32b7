using Nots.Api.Bookings;
using Nots.Api.Dispatch;
using Nots.Api.Docs;
using Nots.Api.Drivers;
using Nots.Api.Operations;
using Nots.Api.Payments;
using Nots.Api.Pipeline;
using Nots.Api.Quotes;
using Nots.Api.Status;
using Nots.Api.Vehicles;

namespace Nots.Api;

/// <summary>Every operation of the HTTP contract. A host offers all of them, and nothing else under their addresses.</summary>
public static class Catalogue
{
    public static IReadOnlyList<EndpointInfo> All { get; } =
    [
        QuotesCreate.Info,
        QuotesGet.Info,
        VehicleClassesList.Info,
        LocationsSearch.Info,
        BookingsCreate.Info,
        BookingsList.Info,
        BookingsGet.Info,
        BookingsAmend.Info,
        BookingsCancel.Info,
        BookingsEvents.Info,
        PaymentsIntent.Info,
        PaymentsWebhook.Info,
        DriversList.Info,
        DriversGet.Info,
        DriversJobs.Info,
        VehiclesList.Info,
        DispatchAssign.Info,
        DispatchCandidates.Info,
        OpsOrchestrationsList.Info,
        OpsOrchestrationsGet.Info,
        OpsOrchestrationsSuspend.Info,
        OpsOrchestrationsResume.Info,
        OpsOrchestrationsTerminate.Info,
        OpsOrchestrationsRestart.Info,
        OpsOrchestrationsPurge.Info,
        OpsOrchestrationsRaise.Info,
        StatusGet.Info,
        HealthLive.Info,
        HealthReady.Info,
        OpenApiGet.Info,
        DocsGet.Info,
        DocsAsset.Info,
    ];
}
