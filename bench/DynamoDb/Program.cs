using System.Globalization;
using Amazon.DynamoDBv2;
using Nots.Application.Common;
using Nots.DynamoDb.Bench;
using Nots.Emulators;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

// dotnet run -c Release --project bench/DynamoDb [-- seconds a turn, default 1]
if (args is [Stub.Argument, var recorded])
{
    await Stub.RunAsync(recorded);
    return;
}

var turn = TimeSpan.FromSeconds(args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 1);
var folder = Directory.CreateTempSubdirectory("nots-dynamodb-bench-");
try
{
    await using var local = await DynamoDbLocalProcess.StartAsync();
    var options = new DynamoDbOptions { Endpoint = local.Endpoint, Environment = "bench" };
    using (var client = DynamoDbClients.Create(options))
    {
        await LocalTable.CreateIfMissingAsync(client, options.Table, default);
        await Adapter(client, options).BatchWriteAsync(
            [.. Enumerable.Range(0, Samples.Bookings).Select(n => new TableWrite.Put(Samples.Booking($"{n}", n), TableCondition.None))], default);
        await CompareAsync(client, options, "DynamoDB Local, in memory");
    }
    await RecordAsync(options);
    await using var stub = await Stub.StartAsync(folder.FullName);
    var stubbed = options with { Endpoint = stub.Endpoint };
    Console.WriteLine();
    using (var client = DynamoDbClients.Create(stubbed))
        await CompareAsync(client, stubbed, "a stub that answers at once");
}
finally
{
    folder.Delete(recursive: true);
}

Task CompareAsync(IAmazonDynamoDB client, DynamoDbOptions options, string where) =>
    new Comparison(new AdapterCalls(Adapter(client, options)), new BareCalls(client, options.Table), turn).RunAsync(where);

async Task RecordAsync(DynamoDbOptions options)
{
    using var client = DynamoDbClients.Create(options, new Recording(folder.FullName));
    var calls = new AdapterCalls(Adapter(client, options));
    await calls.GetAsync(0);
    await calls.QueryAsync();
    await calls.PutAsync("recorded");
    await calls.TransactAsync("recorded, too");
}

static DynamoDbTable Adapter(IAmazonDynamoDB client, DynamoDbOptions options) => new(client, options, TimeProvider.System, new IdSource(TimeProvider.System));
