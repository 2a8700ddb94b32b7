using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Outbox;
using Nots.Application.Payments;

namespace Nots.Application.Timers;

/// <summary>Every timer that a host must run.</summary>
public static class TimerCatalogue
{
    public static IReadOnlyList<TimerJob> All(TimerSettings settings) =>
    [
        new("relay-outbox", settings.RelayOutbox, true, (services, token) => services.GetRequiredService<RelayOutbox>().ExecuteAsync(token)),
        new("reconcile-payments", settings.ReconcilePayments, false, (services, token) => services.GetRequiredService<ReconcilePayments>().ExecuteAsync(token)),
    ];
}
