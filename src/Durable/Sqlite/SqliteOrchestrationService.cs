using DurableTask.Core;
using DurableTask.Core.Query;
using Microsoft.Extensions.Logging;
using Nots.Durable.Sqlite.Store;

namespace Nots.Durable.Sqlite;

/// <summary>
/// A Durable Task backend on one SQLite file, for one process: orchestrations, activities, timers, their client, queries and purging. What it
/// has acknowledged is on the disk; what was under way when the process ended, however it ended, goes on after the next start.
/// </summary>
/// <remarks>
/// The file is opened by the first call, and closed by <see cref="StopAsync()"/> or when this is disposed of. Entities are not supported.
/// </remarks>
public sealed partial class SqliteOrchestrationService
    : IOrchestrationService, IOrchestrationServiceClient, IOrchestrationServiceQueryClient, IOrchestrationServicePurgeClient, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteOrchestrationServiceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Backend? _backend;
    private bool _isStopped;

    /// <param name="options">Checked here.</param>
    /// <param name="time">The only clock: it says when timers are due, and dates events and instances.</param>
    /// <param name="logger">No input, result or other payload is ever logged.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    public SqliteOrchestrationService(SqliteOrchestrationServiceOptions options, TimeProvider time, ILogger<SqliteOrchestrationService> logger)
    {
        options.Validate();
        _options = options;
        _time = time;
        _logger = logger;
    }

    /// <summary>Opens the file and goes on with all that is under way.</summary>
    /// <exception cref="InvalidOperationException">
    /// Another process uses the file, an earlier engine or a later version wrote it, or it is not the backend's.
    /// </exception>
    public Task StartAsync()
    {
        lock (_gate)
            _isStopped = false;
        Open();
        return Task.CompletedTask;
    }

    /// <inheritdoc cref="StopAsync(bool)"/>
    public Task StopAsync() => StopAsync(isForced: false);

    /// <summary>Commits what was submitted and closes the file. Work that is still in somebody's hands will be done again after the next start.</summary>
    /// <param name="isForced">Makes no difference: nothing here takes long.</param>
    public async Task StopAsync(bool isForced)
    {
        if (TakeBackend() is { } backend)
            await backend.DisposeAsync();
    }

    /// <summary>Makes an empty file.</summary>
    /// <exception cref="InvalidOperationException">The backend is running.</exception>
    public Task CreateAsync() => CreateAsync(recreateInstanceStore: true);

    /// <inheritdoc cref="CreateAsync()"/>
    public async Task CreateAsync(bool recreateInstanceStore)
    {
        if (recreateInstanceStore)
            await DeleteAsync();
        await CreateIfNotExistsAsync();
    }

    /// <summary>Opens the file; makes it if it is not there.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public Task CreateIfNotExistsAsync() => StartAsync();

    /// <summary>Deletes the file, and with it every instance.</summary>
    /// <exception cref="InvalidOperationException">The backend, or another process, is using it.</exception>
    public Task DeleteAsync() => DeleteAsync(deleteInstanceStore: true);

    /// <inheritdoc cref="DeleteAsync()"/>
    public Task DeleteAsync(bool deleteInstanceStore)
    {
        lock (_gate)
        {
            if (_backend is not null)
                throw new InvalidOperationException("Stop the durable backend before its file is deleted.");
            var path = Path.GetFullPath(_options.DatabasePath);
            if (!deleteInstanceStore || !File.Exists(path))
                return Task.CompletedTask;
            using (FileLock.Take(path))
            {
                foreach (var suffix in (string[])["", "-wal", "-shm"])
                    File.Delete(path + suffix);
            }
        }

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>For tests: how many orchestrations are in memory, and how many of these wait for something.</summary>
    internal (int Kept, int Waiting) Sessions => _backend?.Sessions is { } sessions ? (sessions.Kept, sessions.Waiting) : default;

    /// <summary>For tests: ends as a killed process would, with nothing more committed.</summary>
    internal async Task KillAsync()
    {
        if (TakeBackend() is { } backend)
            await backend.KillAsync();
    }

    private Backend? TakeBackend()
    {
        lock (_gate)
        {
            var backend = _backend;
            _backend = null;
            _isStopped = true;
            return backend;
        }
    }

    private Backend Open()
    {
        lock (_gate)
        {
            if (_isStopped)
                throw new BackendStoppedException();
            return _backend is { Commits.Ended.IsCompleted: true } ? throw new BackendStoppedException() : _backend ??= Backend.Open(_options, _time, _logger);
        }
    }
}
