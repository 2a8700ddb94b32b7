using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nots.Api;
using Nots.Application;
using Nots.Application.Common;
using Nots.Integrations.Phones;
using Nots.Integrations.Routing.Offline;
using Nots.Integrations.Stripe;
using Nots.Integrations.Time;
using Nots.Storage;

namespace Nots.Hosting;

/// <summary>Registers what is the same in every host. A host adds its table, its orchestration engine and its senders of messages.</summary>
public static class CommonServices
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, CommonSettings settings, SigningKeys signingKeys)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddStorage()
            .AddApplication(settings.Policies, signingKeys)
            .AddStripe(settings.Stripe)
            .AddOfflineRouting(settings.OfflineRouting)
            .AddLondonTime()
            .AddPhoneNumbers()
            .AddApi(settings.Api);
    }
}
