using System.Text.RegularExpressions;
using DurableTask.AzureStorage;

namespace Nots.LocalHost.Durable;

/// <summary>Which Azure Storage keeps the orchestrations, and how several processes share the work there.</summary>
internal sealed partial record AzureStorageOptions
{
    /// <summary>Of the storage account, with its key. Without it and without <see cref="AccountName"/> Azurite is started beside this host.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Instead of a connection string: the storage account's name, reached with the identity that the Azure SDK finds.</summary>
    public string? AccountName { get; init; }

    /// <summary>The client id of a user-assigned managed identity; null for the system-assigned one.</summary>
    public string? IdentityClientId { get; init; }

    /// <summary>The beginning of the names of all tables, queues and containers: who has the same one shares the work.</summary>
    public string TaskHub { get; init; } = "NotsLocal";

    /// <summary>Into how many parts the orchestrations are divided; each is with one process at a time. It never changes for a task hub.</summary>
    public int PartitionCount { get; init; } = 4;

    /// <summary>How long an idle queue is left alone at most: how late a message may be seen.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long after the death of a process others take over what it had: its partitions, messages and activities.</summary>
    public TimeSpan TakeOverAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether Azurite is started beside this host.</summary>
    public bool IsLocal => ConnectionString is null && AccountName is null;

    /// <summary>All faults of these settings, one sentence each; empty when there is none.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (ConnectionString is not null && AccountName is not null)
            faults.Add("AzureStorage: give ConnectionString or AccountName, not both.");
        if (ConnectionString is { } connection && !IsConnectionString(connection))
            faults.Add("AzureStorage:ConnectionString is not a connection string of Azure Storage.");
        if (AccountName is { } account && !Account().IsMatch(account))
            faults.Add($"AzureStorage:AccountName '{account}' is not the name of a storage account: 3 to 24 lower-case letters and digits.");
        if (IdentityClientId is not null && AccountName is null)
            faults.Add("AzureStorage:IdentityClientId is of no use without AccountName.");
        if (!Hub().IsMatch(TaskHub))
            faults.Add($"AzureStorage:TaskHub '{TaskHub}' must be 3 to 45 letters and digits, beginning with a letter.");
        if (PartitionCount is < 1 or > 16)
            faults.Add($"AzureStorage:PartitionCount ({PartitionCount}) must be from 1 to 16.");
        if (MaxPollingInterval < TimeSpan.FromMilliseconds(100) || MaxPollingInterval > TimeSpan.FromMinutes(1))
            faults.Add($"AzureStorage:MaxPollingInterval ({MaxPollingInterval}) must be from a tenth of a second to a minute.");
        // A worker renews the lock of an activity every five seconds.
        if (TakeOverAfter < TimeSpan.FromSeconds(10) || TakeOverAfter > TimeSpan.FromMinutes(5))
            faults.Add($"AzureStorage:TakeOverAfter ({TakeOverAfter}) must be from ten seconds to five minutes.");
        return faults;
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new StorageAccountClientProvider(text).Queue.CreateClient(new()).AccountName.Length > 0;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z0-9]{3,24}$")]
    private static partial Regex Account();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,44}$")]
    private static partial Regex Hub();
}
