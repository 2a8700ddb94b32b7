using Nots.Application.Bookings;
using Nots.Domain.Common;
using Nots.Storage.Entities;

namespace Nots.Storage.Bookings;

/// <summary>What PaymentIntents are confirmed with, in the single table.</summary>
internal sealed class PaymentSecretStore(EntityReader reader) : IPaymentSecretStore
{
    public async Task<IReadOnlyList<PaymentSecret>> GetAsync(IReadOnlyCollection<BookingId> bookingIds, CancellationToken cancellationToken) =>
        [.. (await reader.GetTogetherAsync([.. bookingIds.Select(Keys.PaymentSecret)], cancellationToken)).Select(EntityReader.ToEntity<PaymentSecret>)];
}
