using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using Nots.Cost.Bench;
using Nots.Cost.Bench.Metering;
using Nots.Cost.Bench.Platform;
using Nots.Cost.Bench.Report;

// dotnet run -c Release --project bench/Cost [-- --sqlite | --update | --requests]
var folder = Directory.CreateTempSubdirectory("nots-cost-");
// Not on a whole second: a real clock's instants are longer when they are written down.
var time = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero).AddTicks(1_234_567));
using var ledger = new Ledger();
try
{
    await using var store = args.Contains("--sqlite") ? await CountedStore.SqliteAsync(folder.FullName, time, ledger) : await CountedStore.DynamoDbAsync(time, ledger);
    await using var platform = await RunningPlatform.StartAsync(store.Table, ledger, time, folder.FullName, FreePort());
    var life = new Life(platform);
    await life.RunAsync();
    await new Readings(platform, life).RunAsync();
}
finally
{
    folder.Delete(recursive: true);
}

if (args.Contains("--requests"))
{
    foreach (var request in ledger.Requests)
        Console.WriteLine($"{request.Step,-26} {request.Operation,-26} {request.Kind,-18} {request.Reads,5} {request.Writes,3}  {string.Join(", ", request.Changes.Select(Text))}");
}
var sheet = new Sheet(ledger.Requests);
sheet.Print(Console.Out);
if (args.Contains("--update"))
    Baseline.Store(sheet.Rows);
var growth = Baseline.Growth(sheet.Rows);
foreach (var line in growth.Concat(Baseline.Savings(sheet.Rows)))
    Console.WriteLine(line);
var disagreeing = ledger.Requests.Where(request => request.Disagrees).ToList();
foreach (var request in disagreeing)
    Console.WriteLine($"{request.Step}, {request.Operation}: DynamoDB tells {request.Told} units of a {request.Kind}, and by its rules it is {request.Units}.");
if (!sheet.WithinGoal)
    Console.WriteLine($"The life spends more than {Sheet.Goal} times the least.");
return growth.Count == 0 && disagreeing.Count == 0 && sheet.WithinGoal ? 0 : 1;

static string Text(ItemChange change) => $"{change.EntityType} {change.Before}>{change.After}";

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}
