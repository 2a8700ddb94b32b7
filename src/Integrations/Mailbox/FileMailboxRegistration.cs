using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Configuration;
using Nots.Application.Messages;

namespace Nots.Integrations.Mailbox;

/// <summary>Wires the local mailbox.</summary>
public static class FileMailboxRegistration
{
    /// <summary>Registers <see cref="FileMailbox"/>, also as the sender of e-mail and of text messages. Needs a <see cref="TimeProvider"/>.</summary>
    /// <exception cref="ArgumentException">The options have faults.</exception>
    public static IServiceCollection AddFileMailbox(this IServiceCollection services, FileMailboxOptions options)
    {
        options.ThrowIfInvalid();
        return services
            .AddSingleton(provider => new FileMailbox(options, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IEmailSender>(provider => provider.GetRequiredService<FileMailbox>())
            .AddSingleton<ISmsSender>(provider => provider.GetRequiredService<FileMailbox>());
    }
}
