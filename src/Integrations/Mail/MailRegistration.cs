using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Configuration;
using Nots.Application.Messages;

namespace Nots.Integrations.Mail;

/// <summary>Wires e-mail.</summary>
public static class MailRegistration
{
    /// <summary>Registers <see cref="SmtpEmailSender"/>, also as the sender of e-mail. Needs a <see cref="TimeProvider"/>.</summary>
    /// <exception cref="ArgumentException">The options have faults.</exception>
    public static IServiceCollection AddSmtpEmail(this IServiceCollection services, SmtpOptions options)
    {
        options.ThrowIfInvalid();
        return services
            .AddSingleton(provider => new SmtpEmailSender(options, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IEmailSender>(provider => provider.GetRequiredService<SmtpEmailSender>());
    }

    /// <summary>Makes both of two registered senders the sender of e-mail, the first one first; call it after both are registered.</summary>
    public static IServiceCollection AddEmailToBoth<TFirst, TSecond>(this IServiceCollection services)
        where TFirst : class, IEmailSender
        where TSecond : class, IEmailSender =>
        services.AddSingleton<IEmailSender>(provider =>
            new CompositeEmailSender([provider.GetRequiredService<TFirst>(), provider.GetRequiredService<TSecond>()]));
}
