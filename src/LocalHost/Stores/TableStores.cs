using Nots.LocalHost.Data;
using Nots.LocalHost.Settings;

namespace Nots.LocalHost.Stores;

/// <summary>Opens the store that the settings name.</summary>
internal static class TableStores
{
    public static async Task<ITableStore> OpenAsync(PlatformSettings settings, DataFolder folder, CancellationToken cancellationToken) => settings.Host.UsesDynamoDb
        ? await DynamoDbStore.OpenAsync(settings, folder, cancellationToken)
        : await SqliteStore.OpenAsync(folder);
}
