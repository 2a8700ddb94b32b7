using System.CommandLine;
using Nots.LocalHost.Settings;

namespace Nots.LocalHost;

/// <summary>The command line. What is given here goes before the environment's settings of the same meaning.</summary>
internal static class HostCommand
{
    public static RootCommand Build()
    {
        var command = new RootCommand("The whole platform on this machine. Every setting is an environment variable, too, such as Nots__PaymentHold=00:15:00.");
        Dictionary<Option<string?>, string> options = new()
        {
            [new Option<string?>("--urls") { Description = "Where to listen (http://127.0.0.1:7071)." }] = nameof(HostSettings.Urls),
            [new Option<string?>("--data") { Description = "The folder of its data (.nots in the repository)." }] = nameof(HostSettings.Data),
            [new Option<string?>("--store") { Description = "What the table is kept in: sqlite, or dynamodb (DynamoDB Local, started with it, unless Nots__DynamoDb__Endpoint or Nots__DynamoDb__Region says where)." }] = nameof(HostSettings.Store),
            [new Option<string?>("--durable") { Description = "What keeps the orchestrations: sqlite, or azure-storage (Azurite, started with it, unless Nots__AzureStorage__ConnectionString or Nots__AzureStorage__AccountName says where)." }] = nameof(HostSettings.Durable),
            [new Option<string?>("--stripe-urls") { Description = "Where the Stripe simulator listens (http://127.0.0.1:12111)." }] = nameof(HostSettings.StripeUrls),
        };
        foreach (var option in options.Keys)
            command.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            options.Select(option => KeyValuePair.Create($"{PlatformSettings.Section}:{option.Value}", parsed.GetValue(option.Key))), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IEnumerable<KeyValuePair<string, string?>> given, CancellationToken cancellationToken)
    {
        try
        {
            var configuration = new ConfigurationManager();
            configuration.AddEnvironmentVariables();
            configuration.AddInMemoryCollection(given.Where(setting => setting.Value is not null));
            await Platform.RunAsync(configuration, cancellationToken);
            return 0;
        }
        catch (StartFailedException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
