using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Common;

namespace Nots.Integrations.Time;

/// <summary>Wires the London clock.</summary>
public static class LondonTimeRegistration
{
    public static IServiceCollection AddLondonTime(this IServiceCollection services) => services.AddSingleton<ILondonTime, NodaLondonTime>();
}
