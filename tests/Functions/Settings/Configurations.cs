using Microsoft.Extensions.Configuration;

namespace Nots.Functions.Tests.Settings;

internal static class Configurations
{
    public static IConfiguration Of(IEnumerable<KeyValuePair<string, string?>> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
