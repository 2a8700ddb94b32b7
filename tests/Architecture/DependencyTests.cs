using System.Xml.Linq;
using Mono.Cecil;
using NetArchTest.Rules;

namespace Nots.Architecture.Tests;

/// <summary>One direction: Domain, Application, adapters, hosts.</summary>
public sealed class DependencyTests
{
    /// <summary>Every project of the source, and the projects that it may refer to.</summary>
    public static TheoryData<string, string[]> Rooms => new()
    {
        { "Domain", [] },
        { "Application", ["Domain"] },
        { "Storage", ["Application"] },
        { "Integrations", ["Application"] },
        { "Durable", [] },
        { "Api", ["Application"] },
        { "Hosting", ["Api", "Integrations", "Storage"] },
        { "LocalHost", ["Durable", "Emulators", "Hosting", "Stripe"] },
        { "Functions", ["Hosting"] },
        { "Emulators", [] },
        { "Stripe", [] },
        { "Journeys", ["csharp"] },
        { "csharp", [] },
        { "generator", [] },
        { "Cli", ["Journeys", "Storage"] },
    };

    public static TheoryData<string, string[]> Forbidden => new()
    {
        { "Nots.Domain", ["Nots.Emulators", "Nots.Application", "Nots.Storage", "Nots.Integrations", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli", "Microsoft"] },
        { "Nots.Application", ["Nots.Emulators", "Nots.Storage", "Nots.Integrations", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli", "Microsoft.AspNetCore"] },
        { "Nots.Storage", ["Nots.Emulators", "Nots.Integrations", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli"] },
        { "Nots.Integrations", ["Nots.Emulators", "Nots.Storage", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli"] },
        { "Nots.Durable", ["Nots.Emulators", "Nots.Domain", "Nots.Application", "Nots.Storage", "Nots.Integrations", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli"] },
        { "Nots.Api", ["Nots.Emulators", "Nots.Storage", "Nots.Integrations", "Nots.Durable", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli"] },
        { "Nots.Hosting", ["Nots.Emulators", "Nots.Durable", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli"] },
        { "Nots.LocalHost", ["Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli"] },
        { "Nots.Functions", ["Nots.Emulators", "Nots.Durable", "Nots.LocalHost", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli"] },
        { "Nots.Emulators", ["Nots.Domain", "Nots.Application", "Nots.Storage", "Nots.Integrations", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "Nots.Cli"] },
        { "Nots.StripeSimulator", ["Nots.Domain", "Nots.Application", "Nots.Storage", "Nots.Integrations", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.Journeys", "Nots.Client", "Nots.Cli"] },
        { "Nots.Journeys", ["Nots.Emulators", "Nots.Domain", "Nots.Application", "Nots.Storage", "Nots.Integrations", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Cli"] },
        { "Nots.Client", ["Nots.Emulators", "Nots.Domain", "Nots.Application", "Nots.Storage", "Nots.Integrations", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Cli"] },
        { "nots", ["Nots.Emulators", "Nots.Integrations", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.StripeSimulator"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_refers_only_to_the_rooms_below_it(string room, string[] allowed)
    {
        var project = XDocument.Load(Directory.EnumerateFiles(Repository.Projects().Single(folder => Path.GetFileName(folder) == room), "*.csproj").Single());
        var referred = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileName(Path.GetDirectoryName(reference.Attribute("Include")!.Value.Replace('\\', '/')))!);
        Assert.Empty(referred.Except(allowed));
    }

    [Fact]
    public void Every_project_of_the_source_has_its_rule() =>
        Assert.Equal(
            Repository.Projects().Select(Path.GetFileName).Order(),
            Rooms.Select(row => row.Data.Item1).Order());

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_room_uses_nothing_of_the_rooms_that_it_may_not_know(string assembly, string[] forbidden)
    {
        var result = Types.InAssembly(Repository.Room(assembly)).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        Assert.True(result.IsSuccessful, string.Join(Environment.NewLine, result.FailingTypeNames ?? []));
    }

    /// <summary>A request that reads the whole table would be the end of the table: the scan is for the operations tool.</summary>
    [Fact]
    public void No_request_scans()
    {
        var stores = Types.InAssembly(Repository.Room("Nots.Storage"))
            .That().DoNotResideInNamespace("Nots.Storage.Transfer").And().DoNotResideInNamespace("Nots.Storage.Sqlite").And().DoNotResideInNamespace("Nots.Storage.DynamoDb")
            .ShouldNot().HaveDependencyOn("Nots.Storage.Transfer").GetResult();
        string[] rooms = ["Nots.Hosting", "Nots.LocalHost", "Nots.Functions"];
        var hosts = rooms.SelectMany(room =>
            Types.InAssembly(Repository.Room(room)).ShouldNot().HaveDependencyOn("Nots.Storage.Transfer").GetResult().FailingTypeNames ?? []);
        Assert.Empty((stores.FailingTypeNames ?? []).Concat(hosts));
    }

    [Theory]
    [InlineData("Nots.Domain", "System")]
    [InlineData("Nots.Application", "System", "Nots.Domain", "Microsoft.DurableTask", "DurableTask.Core", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions")]
    public void The_core_needs_no_packages_but_abstractions(string room, params string[] allowed)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Repository.Room(room).Location);
        var used = assembly.MainModule.AssemblyReferences.Select(reference => reference.Name);
        Assert.DoesNotContain(used, name => !allowed.Any(start => name == start || name.StartsWith(start + ".", StringComparison.Ordinal)));
    }
}
