using Nots.Storage.Bench;

// dotnet run -c Release --project bench/Storage [-- seconds per measurement, default 2]
var seconds = args.Length > 0 ? double.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 2;
var folder = Directory.CreateTempSubdirectory("nots-bench-");
try
{
    Console.WriteLine($"{"",-52} {"per second",12} {"p50 ms",9} {"p99 ms",9}");
    BareSqlite.Run(Path.Combine(folder.FullName, "bare.db"), TimeSpan.FromSeconds(seconds));
    await TableBench.RunAsync(Path.Combine(folder.FullName, "table.db"), TimeSpan.FromSeconds(seconds));
}
finally
{
    folder.Delete(recursive: true);
}
