using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
var logger = app.Services.GetRequiredService<ILogger<FunctionsSettings>>();
foreach (var setting in settings.All.Where(setting => !setting.IsDefault))
    logger.LogInformation("Setting {Path} = {Value}", setting.Path, setting.Shown);
await app.RunAsync();
return 0;
