using System.CommandLine;
using Nots.LocalHost;

// The host takes signals itself, and its own time to stop in order; the command line would cut it off after two seconds.
return await HostCommand.Build().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
