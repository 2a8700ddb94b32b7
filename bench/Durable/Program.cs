using Nots.Durable.Bench;

// The embedded engine beside its limit: bare SQLite committing the same bytes, in the same run, on the same disk. Under a
// minute. Run with: dotnet run -c Release --project bench/Durable [instances]
var instances = args.Length > 0 ? int.Parse(args[0], null) : 4000;
Console.WriteLine($"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}, synchronous=FULL");

await Throughput.RunAsync(instances / 4); // Warms up code and disk.
var loaded = await Throughput.RunAsync(instances);
var bare = BareSqlite.Run(loaded.Bytes / loaded.Commits, TimeSpan.FromSeconds(3));

// Turn about, so that what else the disk has to do hits both.
List<double> idle = [], single = [];
for (var round = 0; round < 5; round++)
{
    idle.AddRange(await Latency.RunAsync(steps: 200));
    single.AddRange(BareSqlite.Run(2 * loaded.Bytes / loaded.WorkItems, TimeSpan.FromSeconds(1)));
}

idle.Sort();
single.Sort();

Console.WriteLine();
Console.WriteLine($"| {"measure",-60} | {"figure",14} | {"goal",10} |");
Console.WriteLine($"|{new string('-', 62)}|{new string('-', 15)}:|{new string('-', 11)}:|");
Row($"work items/s (turns and activities), {instances} x 10 activities", $"{loaded.WorkItemsPerSecond:N0}", "5,000");
Row("  of which activities/s", $"{loaded.Activities / loaded.Seconds:N0}", "");
Row("  orchestrations/s", $"{instances / loaded.Seconds:N0}", "");
Row("  commits/s, work items in each", $"{loaded.Commits / loaded.Seconds:N0}, {(double)loaded.WorkItems / loaded.Commits:N1}", "");
Row("  bytes of history a work item", $"{loaded.Bytes / loaded.WorkItems:N0}", "");
Row("bare SQLite, work items/s: the same bytes, as many a commit", $"{PerSecond(bare) * loaded.WorkItems / loaded.Commits:N0}", "");
Row("bare SQLite, commits/s: the bytes of one step", $"{PerSecond(single):N0}", "");
Row("idle step latency p50, ms", $"{At(idle, 50):N2}", "2.00");
Row("idle step latency p99, ms", $"{At(idle, 99):N2}", "");
Row("bare SQLite, one step's commit p50, ms", $"{At(single, 50):N2}", "");
Row("bare SQLite, one step's commit p99, ms", $"{At(single, 99):N2}", "");

static double At(List<double> sorted, int percent) => sorted[sorted.Count * percent / 100];

static double PerSecond(IReadOnlyList<double> milliseconds) => 1000 * milliseconds.Count / milliseconds.Sum();

static void Row(string measure, string figure, string goal) => Console.WriteLine($"| {measure,-60} | {figure,14} | {goal,10} |");
