using Nots.StripeSimulator;

return await CommandLine.Build(RunAsync).Parse(args).InvokeAsync();

static async Task<int> RunAsync(SimulatorOptions options)
{
    if (options.Faults() is { Count: > 0 } faults)
    {
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault);
        return 2;
    }

    try
    {
        await using var app = SimulatorApp.Build(options);
        await app.StartAsync();
        Console.WriteLine(
            $"The Stripe simulator listens on {string.Join(", ", app.Urls)}, keeps its state in {options.DataFolder} "
            + $"and posts events to {(options.WebhookUrl.Length == 0 ? "nowhere" : options.WebhookUrl)}");
        await app.WaitForShutdownAsync();
        return 0;
    }
    catch (Exception fault) when (fault is InvalidOperationException or IOException)
    {
        await Console.Error.WriteLineAsync(fault.Message);
        return 1;
    }
}
