namespace Nots.Infra.Tests.Settings;

/// <summary>Settings that are not the platform's own but of what it runs on, and that a deployment gives.</summary>
internal static class OthersSettings
{
    /// <summary>By name: the default, who reads it, whether it is a secret, what it is.</summary>
    public static IReadOnlyList<OthersSetting> All { get; } =
    [
        new("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "(none)", "the Functions host and the app", false, "With which identity telemetry is sent.") { OnLaptop = true },
        new("APPLICATIONINSIGHTS_CONNECTION_STRING", "(none)", "the Functions host and the app", false, "Application Insights; it has no key that is accepted.") { OnLaptop = true },
        new("AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName", "as in host.json", "the Functions host", false, "The name of the setting with the durable store's connection string."),
        new("AzureFunctionsJobHost__extensions__durableTask__storageProvider__createDatabaseIfNotExists", "false", "the Functions host", false, "Whether SQL Server's provider makes its database."),
        new("AzureFunctionsJobHost__extensions__durableTask__storageProvider__type", "as in host.json", "the Functions host", false, "Where orchestrations are kept: `AzureStorage`, `mssql` or `azureManaged` (the Durable Task Scheduler)."),
        new("AzureWebJobsDisableHomepage", "false", "the Functions host", false, "Leaves `/` to the contract."),
        new("AzureWebJobsSecretStorageType", "blob", "the Functions host", false, "Where the host keeps its own keys: `files` in a container."),
        new("AzureWebJobsStorage", "(none)", "the Functions host", true, "Its storage as a connection string: `UseDevelopmentStorage=true` for Azurite beside it."),
        new("AzureWebJobsStorage__accountName", "(none)", "the Functions host", false, "Its storage account, reached by an identity."),
        new("AzureWebJobsStorage__clientId", "(none)", "the Functions host", false, "The client id of that identity."),
        new("AzureWebJobsStorage__credential", "(none)", "the Functions host", false, "`managedidentity`."),
        new("DURABLE_TASK_SCHEDULER_CONNECTION_STRING", "(none)", "the Durable Task Scheduler's provider", false, "The scheduler and the identity it is reached by."),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "(none)", "OpenTelemetry", false, "A collector of traces and metrics; OpenTelemetry's other variables are understood, too.") { OnLaptop = true },
        new("OTEL_TRACES_SAMPLER", "parentbased_always_on", "OpenTelemetry", false, "Which traces are recorded: `always_on` for all, whatever the caller says.") { OnLaptop = true },
        new("SQLDB_Connection", "(none)", "the SQL Server provider of Durable Task", true, "The database of the orchestrations."),
    ];
}
