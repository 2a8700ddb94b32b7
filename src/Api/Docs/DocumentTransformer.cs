using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Nots.Api.Results;

namespace Nots.Api.Docs;

/// <summary>Adds what is common to all operations: what the contract is, how to sign in, headers, errors.</summary>
internal sealed class DocumentTransformer : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";
    public const string ManageToken = "manageToken";
    public const string Error = "Error";

    /// <summary>Response headers by name, with their type and meaning.</summary>
    private static readonly (string Name, JsonSchemaType Type, string Description)[] Headers =
    [
        ("X-Request-Id", JsonSchemaType.String, "By which the request is found again."),
        ("X-RateLimit-Limit", JsonSchemaType.Integer, "Requests in an hour."),
        ("X-RateLimit-Remaining", JsonSchemaType.Integer, "What is left of them."),
        ("X-RateLimit-Reset", JsonSchemaType.Integer, "When they are renewed, epoch seconds."),
        ("Retry-After", JsonSchemaType.Integer, "Seconds to wait."),
        ("Location", JsonSchemaType.String, "Where it is."),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "NOTS",
            Version = OpenApiText.Version,
            Description =
                "Pre-booked private hire: quote, booking, card payment, driver, journey. JSON in camelCase; times in UTC, ISO 8601; money in "
                + "pence; phone numbers in E.164. All the errors of one request are reported together. Lists page by cursor.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An access token of the identity provider.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(ManageToken, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-Manage-Token",
            Description = "The token of one booking, given to whoever made it without an account.",
        });
        foreach (var (name, type, description) in Headers)
            document.AddComponent<IOpenApiHeader>(name, new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } });
        foreach (var schema in document.Components!.Schemas!.Values.OfType<OpenApiSchema>())
            LeaveOutNulls(schema);
        document.AddComponent<IOpenApiSchema>(Error, ErrorSchema());
        return Task.CompletedTask;
    }

    /// <summary>What may be missing is never null: requests leave it out, and responses do.</summary>
    private static void LeaveOutNulls(OpenApiSchema schema)
    {
        foreach (var (name, property) in schema.Properties?.ToArray() ?? [])
        {
            if (schema.Required?.Contains(name) != true && property is OpenApiSchema { OneOf: [{ Type: JsonSchemaType.Null }, var value] })
                schema.Properties![name] = value;
        }
    }

    private static OpenApiSchema ErrorSchema()
    {
        var fields = Object(("field", Text()), ("constraint", Text()), ("message", Text()));
        var details = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The fields at fault and the constraint that each breaks; and facts by name, such as gate or status.",
            Properties = new Dictionary<string, IOpenApiSchema> { ["fields"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = fields } },
            AdditionalPropertiesAllowed = true,
        };
        var code = Text();
        code.Enum = [.. ErrorCodes.All.Select(name => (JsonNode)name)];
        return Object(("error", Object(("code", code), ("message", Text()), ("details", details), ("requestId", Text()))));
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = properties.ToDictionary(property => property.Name, IOpenApiSchema (property) => property.Schema),
        Required = properties.Select(property => property.Name).ToHashSet(),
    };
}
