using Nots.LocalHost;

return await HostCommand.Build().Parse(args).InvokeAsync();
