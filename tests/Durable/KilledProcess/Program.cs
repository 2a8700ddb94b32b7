using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Application.Orchestration;
using Nots.Durable;
using Nots.Durable.KilledProcess;

// Runs orchestrations of many steps on the file given, writes each step down as it is taken, and says "done" when all have
// ended. The test kills it at any moment and starts it again.
var (database, diary, instances, steps) = (args[0], args[1], int.Parse(args[2], null), int.Parse(args[3], null));
var services = new ServiceCollection();
services.AddSingleton(new Diary(diary)).AddScoped<WriteStep>();
await using var provider = services.BuildServiceProvider();
var catalogue = new WorkflowCatalogue()
    .AddOrchestration(Walk.Name, () => new Walk())
    .AddActivity<string, string, WriteStep>(WriteStep.Name);
await using var engine = new EmbeddedEngine(
    new EngineOptions { DatabasePath = database, MaxActivityDeliveries = 3 }, catalogue,
    provider.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLoggerFactory.Instance);
await engine.StartAsync(CancellationToken.None);
Console.WriteLine("started");
for (var number = 0; number < instances; number++)
    await engine.Client.StartAsync(Walk.Name, $"walk-{number}", steps, CancellationToken.None);
while ((await engine.Client.QueryAsync(new OrchestrationQuery(OrchestrationStatus.Completed, Limit: 100), CancellationToken.None)).Instances.Count < instances)
    await Task.Delay(TimeSpan.FromMilliseconds(5));
Console.WriteLine("done");
