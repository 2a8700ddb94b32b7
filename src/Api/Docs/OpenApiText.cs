using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Nots.Api.Bookings;
using Nots.Api.Dispatch;
using Nots.Api.Drivers;
using Nots.Api.Operations;
using Nots.Api.Payments;
using Nots.Api.Quotes;
using Nots.Api.Status;
using Nots.Api.Vehicles;

namespace Nots.Api.Docs;

/// <summary>The OpenAPI document as it is sent. It is made once: the endpoint that comes with the package makes it anew for each request.</summary>
internal sealed class OpenApiText([FromKeyedServices(OpenApiText.Version)] IOpenApiDocumentProvider documents)
{
    public const string Version = "v1";

    private readonly Lazy<Task<byte[]>> _utf8 = new(() => WriteAsync(documents));

    public Task<byte[]> Utf8 => _utf8.Value;

    private static async Task<byte[]> WriteAsync(IOpenApiDocumentProvider documents)
    {
        var document = await documents.GetOpenApiDocumentAsync(CancellationToken.None);
        using var stream = new MemoryStream();
        await document.SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return stream.ToArray();
    }
}

/// <summary>Sets up Microsoft.AspNetCore.OpenApi.</summary>
internal static class OpenApiSetup
{
    private static readonly IJsonTypeInfoResolver[] Features =
    [
        QuoteJson.Default, BookingJson.Default, PaymentJson.Default, DispatchJson.Default, DriverJson.Default, VehicleJson.Default,
        OrchestrationJson.Default, StatusJson.Default,
    ];

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi(OpenApiText.Version, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = SchemaTransformer.NameOf;
            options.ShouldInclude = description => OperationTransformer.AccessOf(description) is not null;
            options.AddSchemaTransformer<SchemaTransformer>();
            options.AddOperationTransformer<OperationTransformer>();
            options.AddDocumentTransformer<DocumentTransformer>();
        });
        // Schemas come from these. The wire has numbers as numbers, never as strings.
        services.Configure<JsonOptions>(json =>
        {
            foreach (var features in Features)
                json.SerializerOptions.TypeInfoResolverChain.Insert(0, features);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        return services.AddSingleton<OpenApiText>().AddSingleton<IApiDescriptionProvider, BodyDescriptionProvider>();
    }
}
