using Nots.Durable.Bench;

// The SQLite backend beside Durable Task's own in-memory backend, and beside bare SQLite committing the same bytes: in the same run, on the
// same disk, through the same worker and client. Under two minutes. Run with:
// dotnet run -c Release --project bench/Durable [instances] [sleeping instances]
var instances = args.Length > 0 ? int.Parse(args[0], null) : 4000;
var sleeping = args.Length > 1 ? int.Parse(args[1], null) : 100_000;
const int Activities = 10;
const int Rounds = 3;
Console.WriteLine($"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}, synchronous=FULL");

// Turn about, so that what else the machine has to do hits all of them. The first round warms up code and disk.
List<Load> memory = [], sqlite = [];
List<double> idle = [], idleMemory = [], single = [];
for (var round = 0; round <= Rounds; round++)
{
    var load = round == 0 ? instances / 2 : instances;
    var (inMemory, onSqlite) = (await Throughput.RunAsync(Backends.InMemory, load, Activities), await Throughput.RunOnSqliteAsync(load, Activities));
    var (latencyInMemory, latency) = (await Latency.RunAsync(Backends.InMemory, steps: 200), await Latency.RunOnSqliteAsync(steps: 200));
    if (round == 0)
        continue;
    memory.Add(inMemory);
    sqlite.Add(onSqlite);
    idleMemory.AddRange(latencyInMemory);
    idle.AddRange(latency);
    single.AddRange(BareSqlite.Run(bytes: 600, TimeSpan.FromSeconds(1)));
}

var sleepers = await Sleepers.RunAsync(sleeping);
idle.Sort();
idleMemory.Sort();
single.Sort();
var (limit, ours) = (Best(memory), Best(sqlite));

Console.WriteLine();
Console.WriteLine($"| {"measure",-68} | {"figure",14} | {"goal",14} |");
Console.WriteLine($"|{new string('-', 70)}|{new string('-', 15)}:|{new string('-', 15)}:|");
Row($"in memory: work items/s, {instances:N0} orchestrations of {Activities} activities", $"{limit.ItemsPerSecond:N0}", "");
Row("SQLite: work items/s, all durable", $"{ours.ItemsPerSecond:N0}", $"{Math.Max(10_000, limit.ItemsPerSecond / 2):N0}");
Row("in memory: processor time a work item, µs", $"{limit.ProcessorMicroseconds:N1}", "");
Row("SQLite: processor time a work item, µs", $"{ours.ProcessorMicroseconds:N1}", "");
Row("SQLite: work items a commit", $"{ours.ItemsPerCommit:N1}", "");
Row("bare SQLite: commits/s, the bytes of one step", $"{1000 * single.Count / single.Sum():N0}", "");
Row("in memory: idle step latency p50, p99, ms", $"{At(idleMemory, 50):N2}, {At(idleMemory, 99):N2}", "");
Row("SQLite: idle step latency p50, p99, ms", $"{At(idle, 50):N2}, {At(idle, 99):N2}", "p50 2.00");
Row("bare SQLite: commit of one step's bytes p50, p99, ms", $"{At(single, 50):N2}, {At(single, 99):N2}", "");
Row($"SQLite: start with {sleeping:N0} sleeping orchestrations, s", $"{sleepers.StartSeconds:N2}", "2.00");
Row("SQLite: managed memory of the whole process after that start, MB", $"{sleepers.MegabytesAfterStart:N0}", "");
Row($"SQLite: orchestrations/s put to sleep", $"{sleepers.PerSecond:N0}", "");

static Load Best(List<Load> loads) => loads.MaxBy(load => load.ItemsPerSecond)!;

static double At(List<double> sorted, int percent) => sorted[sorted.Count * percent / 100];

static void Row(string measure, string figure, string goal) => Console.WriteLine($"| {measure,-68} | {figure,14} | {goal,14} |");
