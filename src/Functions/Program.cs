using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Nots.Functions;
using Nots.Functions.Settings;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
FunctionsSettings settings;
try
{
    settings = FunctionsSettings.Load(builder.Configuration, builder.Environment.IsDevelopment());
}
catch (InvalidSettingsException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
builder.Services.AddFunctionApp(settings, builder.Configuration);

using var app = builder.Build();
// The host keeps what is written here, and drops what is logged outside an invocation.
foreach (var setting in settings.All.Where(setting => !setting.IsDefault))
    await Console.Out.WriteLineAsync($"Setting {setting.Path} = {setting.Shown}");
await app.RunAsync();
return 0;
