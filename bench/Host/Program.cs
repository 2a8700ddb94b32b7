using Nots.Host.Bench;

// The platform as a process of its own, asked over HTTP; three minutes for all of it. Needs wrk.
// dotnet run -c Release --project bench/Host [-- api|lives|start|telemetry]
Dictionary<string, Func<Task>> parts = new()
{
    ["api"] = Api.RunAsync,
    ["lives"] = Lives.RunAsync,
    ["start"] = StartUp.RunAsync,
    ["telemetry"] = Telemetry.RunAsync,
};
if (args.FirstOrDefault(part => !parts.ContainsKey(part)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no part {unknown}; there are {string.Join(", ", parts.Keys)}.");
    return 2;
}
Console.WriteLine($"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}");
Table.Head();
foreach (var part in args.Length > 0 ? args : [.. parts.Keys])
    await parts[part]();
return 0;
