using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using Nots.Api.Authentication;
using Nots.Api.Reading;
using Nots.Domain.Users;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Nots.Api.Docs;

/// <summary>Adds to each operation what its endpoint's metadata says: for whom it is, what it takes, its headers, refusals and examples.</summary>
internal sealed class OperationTransformer : IOpenApiOperationTransformer
{
    private const string Json = "application/json";
    private static readonly string[] LimitHeaders = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

    public static Access? AccessOf(ApiDescription description) => description.ActionDescriptor.EndpointMetadata.OfType<Access>().LastOrDefault();

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var access = AccessOf(context.Description)!;
        operation.Description = $"For {Audience(access)}.";
        operation.Security = Security(access, context.Document!);
        AddParameters(operation, metadata);
        if (metadata.OfType<BodyMetadata>().LastOrDefault() is { } body)
            DescribeBody(body, operation);
        AddResponses(operation, context, access, metadata);
        return Task.CompletedTask;
    }

    private static string Audience(Access access)
    {
        if (access.Guests && access.Roles.Count == Enum.GetValues<Role>().Length)
            return "anyone";
        var roles = string.Join(", ", access.Roles.Select(role => role.ToString().ToLowerInvariant() + "s"));
        return access.Guests ? "guests, " + roles : access.Links ? roles + ", and guests with the booking's token" : roles;
    }

    private static List<OpenApiSecurityRequirement> Security(Access access, OpenApiDocument document)
    {
        var ways = new List<OpenApiSecurityRequirement>();
        if (access.Guests)
            ways.Add([]);
        ways.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentTransformer.Bearer, document)] = [] });
        if (access.Links && !access.Guests)
            ways.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentTransformer.ManageToken, document)] = [] });
        return ways;
    }

    private static void AddParameters(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Description = "From the path.";
        var query = (metadata.OfType<QueryMetadata>().LastOrDefault()?.Parameters ?? []).Select(parameter => Parameter(parameter, ParameterLocation.Query));
        var headers = metadata.OfType<HeaderMetadata>().Select(header => Parameter(header.Header, ParameterLocation.Header));
        operation.Parameters = [.. operation.Parameters ?? [], .. query, .. headers];
    }

    private static OpenApiParameter Parameter(ParameterInfo parameter, ParameterLocation location) => new()
    {
        Name = parameter.Name,
        In = location,
        Description = parameter.Description,
        Required = parameter.Required,
        Schema = new OpenApiSchema
        {
            Type = parameter.Type switch
            {
                "integer" => JsonSchemaType.Integer,
                "boolean" => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Enum = parameter.Values is { } values ? [.. values.Select(value => (JsonNode)value)] : null,
        },
    };

    private static void DescribeBody(BodyMetadata body, OpenApiOperation operation)
    {
        if (body.Json is null)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "As it was signed, byte for byte.",
                Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = new OpenApiSchema() } },
            };
        }
        else if (operation.RequestBody is OpenApiRequestBody { Content: { } content } own)
        {
            own.Required = true;
            content[Json].Example = Examples.Request(operation.OperationId!);
        }
    }

    private static void AddResponses(OpenApiOperation operation, OpenApiOperationTransformerContext context, Access access, IList<object> metadata)
    {
        var limited = !metadata.OfType<DisableRateLimitingAttribute>().Any();
        var document = context.Document!;
        var success = metadata.OfType<ResponseMetadata>().LastOrDefault();
        foreach (var (status, response) in operation.Responses!)
        {
            var created = status == Text(Status201Created);
            response.Description = operation.Summary;
            if (response is not OpenApiResponse own)
                continue;
            own.Headers = Headers(document, limited, created ? "Location" : null);
            if (success is not null && own.Content?.TryGetValue(Json, out var json) == true)
                json.Example = Examples.Response(operation.OperationId!);
        }
        foreach (var status in Refusals(context.Description, access, limited, metadata))
        {
            operation.Responses[Text(status)] = new OpenApiResponse
            {
                Description = Describe(status),
                Headers = Headers(document, limited, status is Status429TooManyRequests or Status503ServiceUnavailable ? "Retry-After" : null),
                Content = new Dictionary<string, OpenApiMediaType> { [Json] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(DocumentTransformer.Error, document) } },
            };
        }
    }

    private static Dictionary<string, IOpenApiHeader> Headers(OpenApiDocument document, bool limited, string? further)
    {
        List<string> names = ["X-Request-Id", .. limited ? LimitHeaders : []];
        if (further is not null)
            names.Add(further);
        return names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document));
    }

    /// <summary>Which refusals an operation can answer with: those that follow from what it is, and those that it names.</summary>
    private static SortedSet<int> Refusals(ApiDescription description, Access access, bool limited, IList<object> metadata)
    {
        var statuses = new SortedSet<int>(metadata.OfType<RefusalMetadata>().SelectMany(refusals => refusals.Statuses))
        {
            Status401Unauthorized, Status500InternalServerError, Status503ServiceUnavailable,
        };
        var body = metadata.OfType<BodyMetadata>().LastOrDefault();
        if (body is not null || metadata.OfType<QueryMetadata>().LastOrDefault() is { Parameters.Count: > 0 })
            statuses.Add(Status400BadRequest);
        if (body is not null)
            statuses.Add(Status413PayloadTooLarge);
        if (body?.Json is not null)
            statuses.Add(Status415UnsupportedMediaType);
        if (access.Roles.Count < Enum.GetValues<Role>().Length)
            statuses.Add(Status403Forbidden);
        if (description.RelativePath!.Contains('{', StringComparison.Ordinal))
            statuses.Add(Status404NotFound);
        if (limited)
            statuses.Add(Status429TooManyRequests);
        return statuses;
    }

    private static string Describe(int status) => status switch
    {
        Status400BadRequest => "The request is invalid; details name every field and constraint",
        Status401Unauthorized => "A token is needed, or the one that was sent is not valid",
        Status402PaymentRequired => "The payment failed",
        Status403Forbidden => "Not for this role",
        Status404NotFound => "There is no such thing, or not for this caller",
        Status409Conflict => "It is in a state that does not allow this; details say which",
        Status413PayloadTooLarge => "The body is too large",
        Status415UnsupportedMediaType => "The body is not JSON",
        Status429TooManyRequests => "Too many requests in this hour",
        Status502BadGateway => "A service that this needs refused or failed",
        Status503ServiceUnavailable => "A service that this needs is not available now",
        _ => "Something went wrong on our side",
    };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Example requests and responses, from the files beside this one that are named after the operation.</summary>
internal static class Examples
{
    public static JsonNode? Request(string operation) => Read($"{operation}.request.json");

    public static JsonNode? Response(string operation) => Read($"{operation}.response.json");

    private static JsonNode? Read(string file)
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream($"Examples/{file}");
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
