using Nots.Durable.Bench;
var instances = args.Length > 0 ? int.Parse(args[0], null) : 4000;
var folder = Directory.CreateTempSubdirectory("nots-bench-");
foreach (var name in args.Length > 2 ? args[2].Split(',') : ["memory", "sqlite", "memory", "sqlite"])
{
    await using var platform = new Platform(name == "memory" ? Backends.InMemory : Backends.Sqlite(Directory.CreateTempSubdirectory("nots-bench-"), args.Length > 1 ? int.Parse(args[1]) : null));
    await platform.StartAsync();
    await platform.RunAsync(500, 10);
    var alloc = GC.GetTotalAllocatedBytes();
    var (pause, g0, g1) = (GC.GetTotalPauseDuration(), GC.CollectionCount(0), GC.CollectionCount(1));
    var cpu = Environment.CpuUsage.TotalTime;
    var seconds = await platform.RunAsync(instances, 10);
    Console.WriteLine($"{name} {instances * 21 / seconds:N0}/s {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / (instances * 21):N1} us cpu/item alloc {(GC.GetTotalAllocatedBytes()-alloc) / (instances * 21)} B/item pause {(GC.GetTotalPauseDuration()-pause).TotalMilliseconds:N0} ms of {seconds*1000:N0} gc {GC.CollectionCount(0)-g0} {GC.CollectionCount(1)-g1} {GC.CollectionCount(2)}");
}
