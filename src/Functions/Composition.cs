using System.Text.Json;
using Amazon.DynamoDBv2;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Common;
using Nots.Application.Messages;
using Nots.Functions.Durable;
using Nots.Functions.Http;
using Nots.Functions.Messages;
using Nots.Functions.Settings;
using Nots.Functions.Timers;
using Nots.Hosting;
using Nots.Integrations.Mail;
using Nots.Integrations.Mailbox;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Functions;

/// <summary>Puts the cloud's adapters behind the application's ports, and the invocation's durable client behind the workflows.</summary>
internal static class Composition
{
    public static IServiceCollection AddFunctionApp(this IServiceCollection services, FunctionsSettings settings, IConfiguration configuration) => services
        .AddPlatform(settings.Common, new SigningKeys(settings.Options.SigningKeys))
        .AddDynamoDb(settings.DynamoDb)
        .AddMessages(settings)
        .AddDurable()
        .AddTelemetry(configuration, "nots-functions")
        .AddSingleton<ApiEntry>()
        .AddSingleton<TimerRunner>();

    private static IServiceCollection AddDynamoDb(this IServiceCollection services, DynamoDbOptions options) => services
        .AddSingleton(_ => DynamoDbClients.Create(options))
        .AddSingleton<ITable>(provider => new DynamoDbTable(
            provider.GetRequiredService<IAmazonDynamoDB>(), options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IIdSource>()));

    /// <summary>A mail server gets every e-mail besides the mailbox, where there is one.</summary>
    private static IServiceCollection AddMessages(this IServiceCollection services, FunctionsSettings settings)
    {
        if (settings.Options.Mailbox is { } mailbox)
            services.AddFileMailbox(new FileMailboxOptions { Path = mailbox });
        else
            services.AddSingleton<ISmsSender, NoTextMessages>();
        if (settings.Common.Smtp is { } smtp)
            services.AddSmtpEmail(smtp);
        if (settings is { Options.Mailbox: not null, Common.Smtp: not null })
            services.AddEmailToBoth<FileMailbox, SmtpEmailSender>();
        return services;
    }

    private static IServiceCollection AddDurable(this IServiceCollection services) => services
        .ConfigureAll<WorkerOptions>(worker => worker.Serializer = DurableJson.Serializer)
        .Configure<JsonSerializerOptions>(DurableJson.Apply)
        .AddSingleton<CurrentClient>()
        .AddSingleton<DurableTaskClient>(provider => provider.GetRequiredService<CurrentClient>())
        .AddSingleton<ActivityRunner>();
}
