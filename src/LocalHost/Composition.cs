using System.Security.Cryptography;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging.Console;
using Nots.Api;
using Nots.Api.Status;
using Nots.Application.Common;
using Nots.Application.Lifecycle;
using Nots.Application.Timers;
using Nots.Durable.TaskHub;
using Nots.Hosting;
using Nots.Integrations.Mail;
using Nots.Integrations.Mailbox;
using Nots.LocalHost.Data;
using Nots.LocalHost.Development;
using Nots.LocalHost.Durable;
using Nots.LocalHost.Ops;
using Nots.LocalHost.Seeding;
using Nots.LocalHost.Settings;
using Nots.LocalHost.Simulator;
using Nots.LocalHost.Stores;
using Nots.LocalHost.Timers;

namespace Nots.LocalHost;

/// <summary>Puts the adapters of this machine behind the application's ports, and the HTTP contract in front of it.</summary>
internal static class Composition
{
    public static WebApplication Build(ConfigurationManager configuration, PlatformSettings settings, DataFolder folder, ITableStore store, IDurableBackend durable)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Nots.LocalHost", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore().UseUrls(settings.Host.Urls);
        AddLogging(builder.Logging, configuration);
        store.AddTo(builder.Services);
        durable.AddTo(builder.Services);
        AddSimulator(builder.Services, settings, folder);
        AddPlatform(builder.Services, settings, folder);
        AddMail(builder.Services, settings, folder);
        AddTimers(builder.Services, settings.Timers);
        builder.Services.AddTelemetry(configuration, "nots-localhost");
        var app = builder.Build();
        if (settings.Host.OnLoopback)
        {
            app.MapDevelopment();
            app.MapOps();
            app.MapStartPage(settings);
        }
        NotsPipeline.Configure(app);
        return app;
    }

    /// <summary>One line a message. No message has personal data in it; that is for whoever writes one to see to.</summary>
    private static void AddLogging(ILoggingBuilder logging, ConfigurationManager configuration)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddFilter("DurableTask", LogLevel.Warning);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting", LogLevel.Error);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Error);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss.fff'Z' ";
            console.ColorBehavior = Console.IsOutputRedirected ? LoggerColorBehavior.Disabled : LoggerColorBehavior.Default;
        });
    }

    /// <summary>First of the hosted services: it takes longest to start, and is stopped last.</summary>
    private static void AddSimulator(IServiceCollection services, PlatformSettings settings, DataFolder folder)
    {
        if (!settings.SimulatesStripe)
            return;
        services.AddSingleton(new SimulatorSettings(
            settings.Host.StripeUrls,
            folder.Stripe,
            new Uri(settings.Host.BaseAddress, "v1/webhooks/stripe").ToString(),
            settings.Stripe.SecretKey,
            settings.Stripe.WebhookSecrets));
        services.AddHostedService<SimulatorProcess>();
        services.AddSingleton<IReadinessCheck, SimulatorReadiness>();
    }

    private static void AddPlatform(IServiceCollection services, PlatformSettings settings, DataFolder folder)
    {
        var keys = settings.Host.SigningSecrets is { Count: > 0 } secrets
            ? SigningSecrets.Keys(secrets)
            : new SigningKeys([SecretFile.ReadOrMake(folder.SigningSecretFile, () => RandomNumberGenerator.GetBytes(32))]);
        services.AddPlatform(settings.Common, keys)
            .AddDurableTaskWorker(worker => worker.AddTasks(tasks => tasks.AddBookingWorkflows()).UseTaskHub())
            .AddDurableTaskClient(client => client.UseTaskHub())
            .AddSingleton<InProcessApi>()
            .AddSingleton<OpsClock>()
            .AddSingleton<Seeder>()
            .AddSingleton(_ => IssuerKey.In(folder))
            .AddSingleton(provider => new DevelopmentIssuer(
                provider.GetRequiredService<IssuerKey>(), settings.Host.BaseAddress, provider.GetRequiredService<IIdSource>(), provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>A mail server gets every e-mail besides the mailbox.</summary>
    private static void AddMail(IServiceCollection services, PlatformSettings settings, DataFolder folder)
    {
        services.AddFileMailbox(new FileMailboxOptions { Path = folder.MailboxFile });
        if (settings.Smtp is { } smtp)
            services.AddSmtpEmail(smtp).AddEmailToBoth<FileMailbox, SmtpEmailSender>();
    }

    private static void AddTimers(IServiceCollection services, TimerSettings settings)
    {
        foreach (var job in TimerCatalogue.All(settings))
            services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<TimerService>(provider, job));
    }
}
