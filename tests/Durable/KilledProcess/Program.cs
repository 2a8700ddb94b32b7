using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Durable.KilledProcess;
using Nots.Durable.Sqlite;
using Nots.Durable.TaskHub;

// Runs orchestrations of many steps on the file given, writes each step down as it is taken, and says "done" when all have
// ended. The test kills it at any moment and starts it again.
var (database, instances, steps) = (args[0], int.Parse(args[2], null), int.Parse(args[3], null));
var diary = new Diary(args[1]);
var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
services.AddSqliteOrchestrationService(new SqliteOrchestrationServiceOptions { DatabasePath = database, MaxActivityDeliveries = 3 });
services.AddDurableTaskWorker(worker => worker.UseTaskHub().AddTasks(tasks => tasks
    .AddOrchestratorFunc<int, string>(Walk.Name, Walk.RunAsync)
    .AddActivityFunc<string, string>(Walk.Step, (_, step) => diary.Take(step))));
services.AddDurableTaskClient(client => client.UseTaskHub());
await using var provider = services.BuildServiceProvider();
foreach (var hosted in provider.GetServices<IHostedService>())
    await hosted.StartAsync(CancellationToken.None);
Console.WriteLine("started");
var walks = provider.GetRequiredService<DurableTaskClient>();
for (var number = 0; number < instances; number++)
{
    if (await walks.GetInstanceAsync($"walk-{number}") is null)
        await walks.ScheduleNewOrchestrationInstanceAsync(Walk.Name, steps, new StartOrchestrationOptions($"walk-{number}"));
}

for (var number = 0; number < instances; number++)
    await walks.WaitForInstanceCompletionAsync($"walk-{number}", CancellationToken.None);
Console.WriteLine("done");
Environment.Exit(0);
