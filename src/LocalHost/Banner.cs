using Nots.LocalHost.Data;
using Nots.LocalHost.Durable;
using Nots.LocalHost.Settings;
using Nots.LocalHost.Stores;

namespace Nots.LocalHost;

/// <summary>What whoever started the platform sees: where things are, and the settings in force.</summary>
internal static class Banner
{
    public static async Task WriteAsync(TextWriter output, PlatformSettings settings, DataFolder folder, ITableStore store, IDurableBackend durable)
    {
        var address = settings.Host.BaseAddress.ToString().TrimEnd('/');
        await output.WriteLineAsync($"NOTS listens at {address}");
        await output.WriteLineAsync($"  data       {folder.Path}");
        await output.WriteLineAsync($"  table      {store.Description}");
        await output.WriteLineAsync($"  workflows  {durable.Description}");
        await output.WriteLineAsync($"  Stripe     {settings.Stripe.BaseAddress.ToString().TrimEnd('/')}{(settings.SimulatesStripe ? " (simulator)" : "")}");
        if (settings.Host.OnLoopback)
        {
            await output.WriteLineAsync($"  operations {address}/ops");
            await output.WriteLineAsync($"  documents  {address}/docs");
            await output.WriteLineAsync($"  mailbox    {address}/dev/mailbox.html");
            await output.WriteLineAsync($"  sign in    POST {address}/dev/token {{\"user\":\"dispatcher@nots.test\"}}; also customer@, driver@, admin@, owner@");
        }
        foreach (var setting in settings.All.Where(setting => !setting.IsDefault))
            await output.WriteLineAsync($"  set        {setting.Path} = {setting.Shown}");
        await output.FlushAsync();
    }
}
