using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Compliance;
using Nots.Application.Dispatch;
using Nots.Application.Drivers;
using Nots.Application.Fleet;
using Nots.Application.Idempotency;
using Nots.Application.Messages;
using Nots.Application.Outbox;
using Nots.Application.Quotes;
using Nots.Application.Settings;
using Nots.Application.Storage;
using Nots.Application.Users;
using Nots.Application.Vehicles;
using Nots.Storage.Bookings;
using Nots.Storage.Compliance;
using Nots.Storage.Cursors;
using Nots.Storage.Dispatch;
using Nots.Storage.Drivers;
using Nots.Storage.Entities;
using Nots.Storage.Fleet;
using Nots.Storage.Idempotency;
using Nots.Storage.Messages;
using Nots.Storage.Outbox;
using Nots.Storage.Quotes;
using Nots.Storage.Settings;
using Nots.Storage.Users;
using Nots.Storage.Vehicles;

namespace Nots.Storage;

/// <summary>Registers every store of the application on the single table; the host registers the table itself (<see cref="Table.ITable"/>).</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<EntityReader>()
        .AddSingleton<ITransactions, TableTransactions>()
        .AddSingleton<IQuoteStore, QuoteStore>()
        .AddSingleton<IBookingStore, BookingStore>()
        .AddSingleton<IPaymentSecretStore, PaymentSecretStore>()
        .AddSingleton<IDriverStore, DriverStore>()
        .AddSingleton<IVehicleStore, VehicleStore>()
        .AddSingleton<IUserStore, UserStore>()
        .AddSingleton<ISettingsStore, SettingsStore>()
        .AddSingleton<IMessageStore, MessageStore>()
        .AddSingleton<IOutboxStore, OutboxStore>()
        .AddSingleton<IIdempotencyStore, IdempotencyStore>()
        .AddSingleton<IDocumentStore, DocumentStore>()
        .AddSingleton<IAllocationStore, AllocationStore>()
        .AddSingleton<IFleetStore, FleetStore>()
        .AddSingleton<ICursorCodec>(provider =>
        {
            var keys = provider.GetRequiredService<SigningKeys>().Keys;
            return new SignedCursor(keys[0], keys.Count > 1 ? keys[1] : []);
        });
}
