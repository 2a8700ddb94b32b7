using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nots.Functions.Settings;

namespace Nots.Functions.Tests.Hosting;

/// <summary>The function app's services as a laptop has them, without the Functions host.</summary>
internal static class App
{
    public static ServiceProvider Build()
    {
        var configuration = Configuration();
        // What a web host has, and the worker's is one.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging().AddFunctionApp(FunctionsSettings.Load(configuration, development: true), configuration);
        return builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>The sample of local settings, with others on top; null takes one away.</summary>
    public static IConfiguration Configuration(params (string Name, string? Value)[] others)
    {
        var settings = LocalSettings.Values.ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value);
        foreach (var (name, value) in others)
            settings[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null)).Build();
    }
}
