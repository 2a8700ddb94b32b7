using Nots.LocalHost.Data;
using Nots.LocalHost.Settings;

namespace Nots.LocalHost.Durable;

/// <summary>Opens the backend that the settings name.</summary>
internal static class DurableBackends
{
    public static async Task<IDurableBackend> OpenAsync(PlatformSettings settings, DataFolder folder, CancellationToken cancellationToken) =>
        settings.Host.UsesAzureStorage
            ? await AzureStorageBackend.OpenAsync(settings.AzureStorage, folder, cancellationToken)
            : new SqliteBackend(folder);
}
