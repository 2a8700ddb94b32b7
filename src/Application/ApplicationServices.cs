using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Audit;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Dispatch;
using Nots.Application.Drivers;
using Nots.Application.Lifecycle;
using Nots.Application.Messages;
using Nots.Application.Operations;
using Nots.Application.Outbox;
using Nots.Application.Payments;
using Nots.Application.Places;
using Nots.Application.Quotes;
using Nots.Application.Vehicles;

namespace Nots.Application;

/// <summary>Registers what the platform does. The host registers the adapters of its ports, <see cref="TimeProvider"/> included.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddApplication(this IServiceCollection services, Policies policies, SigningKeys signingKeys) => services
        .AddSingleton(policies)
        .AddSingleton(signingKeys)
        .AddSingleton(WorkflowJson.Converter)
        .AddCommon()
        .AddUseCases();

    private static IServiceCollection AddCommon(this IServiceCollection services) => services
        .AddSingleton<IIdSource, IdSource>()
        .AddSingleton<KeyedGate>()
        .AddSingleton<WireTime>()
        .AddSingleton<ManageTokens>()
        .AddSingleton<AuditLog>()
        .AddSingleton<IBookingSignals, BookingSignals>()
        .AddSingleton<OutboxDispatcher>()
        .AddSingleton<BookingWriter>()
        .AddSingleton<BookingAccess>()
        .AddSingleton<BookingAgenda>()
        .AddSingleton<BookingNotices>()
        .AddSingleton<MessageSender>()
        .AddSingleton<PaymentIntents>()
        .AddSingleton<AllocationBook>()
        .AddSingleton<DispatchCheck>()
        .AddSingleton<QuoteRequestReader>()
        .AddSingleton<BookingRequestReader>();

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton<RequestQuote>()
        .AddSingleton<GetQuote>()
        .AddSingleton<ListVehicleClasses>()
        .AddSingleton<SearchPlaces>()
        .AddSingleton<CreateBooking>()
        .AddSingleton<GetBooking>()
        .AddSingleton<ListBookings>()
        .AddSingleton<ListBookingEvents>()
        .AddSingleton<AmendBooking>()
        .AddSingleton<ReportProgress>()
        .AddSingleton<CancelBooking>()
        .AddSingleton<OpenPaymentIntent>()
        .AddSingleton<HandlePaymentEvent>()
        .AddSingleton<ReceivePaymentEvent>()
        .AddSingleton<GetDriver>()
        .AddSingleton<ListDrivers>()
        .AddSingleton<ListDriverJobs>()
        .AddSingleton<AssignDriver>()
        .AddSingleton<RankCandidates>()
        .AddSingleton<ListVehicles>()
        .AddSingleton<OrchestrationControls>()
        .AddSingleton<ControlOrchestration>()
        .AddSingleton<GetOrchestration>()
        .AddSingleton<OrchestrationList>()
        .AddSingleton<RelayOutbox>()
        .AddSingleton<ReconcilePayments>();
}
