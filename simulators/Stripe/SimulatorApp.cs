using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Payments;
using Nots.StripeSimulator.Store;
using Nots.StripeSimulator.Switches;
using Nots.StripeSimulator.Webhooks;

namespace Nots.StripeSimulator;

/// <summary>A server that speaks enough of Stripe's API for a shop that sells by card. Started by its program, or inside a test.</summary>
public static class SimulatorApp
{
    /// <param name="time">For tests of what takes hours; the machine's clock otherwise.</param>
    /// <exception cref="ArgumentException">The options are wrong: all faults are named.</exception>
    /// <exception cref="InvalidOperationException">The data folder is another simulator's.</exception>
    public static WebApplication Build(SimulatorOptions options, TimeProvider? time = null)
    {
        if (options.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(options));

        // Empty: settings of a host in the same folder or environment are not for the simulator.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Urls);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Nots", LogLevel.Information);
        builder.Services.AddRouting().AddCors();

        // A kill does no harm, so that an end need not wait.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        AddServices(builder.Services, options, time ?? TimeProvider.System);
        var app = builder.Build();

        // Taken first: nothing of the folder is touched without it.
        app.Services.GetRequiredService<FolderLock>();
        app.UseCors(policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod());
        app.MapStripe();
        app.MapSwitches();
        return app;
    }

    private static void AddServices(IServiceCollection services, SimulatorOptions options, TimeProvider time)
    {
        services.AddSingleton(options);
        services.Replace(ServiceDescriptor.Singleton(time));
        services.AddSingleton(_ => new FolderLock(options.DataFolder));
        services.AddSingleton(_ => new Database(options.DataFolder));
        services.AddSingleton<Writer>();
        services.AddSingleton(_ => new Ids(RandomNumberGenerator.Create(), time));
        services.AddSingleton<CardEntry>().AddSingleton<Charging>().AddSingleton<EventLog>();
        services.AddSingleton<CreateIntent>().AddSingleton<UpdateIntent>().AddSingleton<ConfirmIntent>().AddSingleton<CancelIntent>();
        services.AddSingleton<CaptureIntent>().AddSingleton<Authenticate>().AddSingleton<Refunds>().AddSingleton<Disputes>();
        services.AddSingleton<Gate>().AddSingleton<Idempotency>().AddSingleton<Pipeline>();
        services.AddSingleton<FaultSwitch>().AddSingleton<WebhookSwitch>().AddSingleton<SwitchBoard>();
        services.AddSingleton<SimPipeline>().AddSingleton<AuthenticationPage>();
        services.AddSingleton(new WebhookEndpoint(WebhookSettings.From(options)));
        services.AddSingleton<Dispatcher>().AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
        if (options.ParentProcessId is { } parent)
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<ParentWatch>(provider, parent));
    }
}
