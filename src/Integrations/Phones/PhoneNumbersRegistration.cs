using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Common;

namespace Nots.Integrations.Phones;

/// <summary>Wires the reading of telephone numbers.</summary>
public static class PhoneNumbersRegistration
{
    public static IServiceCollection AddPhoneNumbers(this IServiceCollection services) => services.AddSingleton<IPhoneNumbers, LibPhoneNumbers>();
}
