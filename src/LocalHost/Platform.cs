using Nots.Application.Storage;
using Nots.Emulators;
using Nots.LocalHost.Data;
using Nots.LocalHost.Durable;
using Nots.LocalHost.Seeding;
using Nots.LocalHost.Settings;
using Nots.LocalHost.Stores;
using Nots.Storage.Sqlite;

namespace Nots.LocalHost;

/// <summary>The platform from start to stop.</summary>
internal static class Platform
{
    /// <exception cref="StartFailedException">It cannot start; the message says why.</exception>
    public static async Task RunAsync(ConfigurationManager configuration, CancellationToken cancellationToken)
    {
        var settings = PlatformSettings.Load(configuration);
        using var folder = DataFolder.Take(settings.Host.Data ?? DataFolder.Default());
        try
        {
            await using var store = await TableStores.OpenAsync(settings, folder, cancellationToken);
            await using var durable = await DurableBackends.OpenAsync(settings, folder, cancellationToken);
            await using var app = Composition.Build(configuration, settings, folder, store, durable);
            if (store.IsLocal)
                await app.Services.GetRequiredService<Seeder>().SeedAsync(cancellationToken);
            await StartAsync(app, cancellationToken);
            await Banner.WriteAsync(Console.Out, settings, folder, store, durable);
            await app.WaitForShutdownAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is SqliteTableFileException or EmulatorException or StorageUnavailableException)
        {
            throw new StartFailedException(fault.Message, fault);
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException)
        {
            // The durable backend's file is not one that it can use, or the address is taken: each says so itself.
            throw new StartFailedException(fault.Message, fault);
        }
    }
}
