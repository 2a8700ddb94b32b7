using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Nots.Api.Errors;
using Nots.Api.Pipeline;
using Nots.Domain.Users;

namespace Nots.Api.Docs;

/// <summary>Writes the catalogue down as an OpenAPI 3.1 document.</summary>
internal sealed class OpenApiText
{
    private const string Json = "application/json";
    private const string Bearer = "bearer";
    private const string ManageToken = "manageToken";
    private static readonly string[] LimitHeaders = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

    private readonly OpenApiDocument _document = new()
    {
        Info = new OpenApiInfo
        {
            Title = "NOTS",
            Version = "v1",
            Description =
                "Pre-booked private hire: quote, booking, card payment, driver, journey. JSON in camelCase; times in UTC, ISO 8601; money in "
                + "pence; phone numbers in E.164. All the faults of one request are reported together. Lists page by cursor.",
        },
        Servers = [new OpenApiServer { Url = "/" }],
        Paths = [],
        Components = new OpenApiComponents(),
    };

    private readonly SchemaBook _schemas;

    private OpenApiText() => _schemas = new SchemaBook(_document);

    /// <summary>The document as UTF-8.</summary>
    public static async Task<byte[]> WriteAsync(IReadOnlyList<EndpointInfo> endpoints, CancellationToken cancellationToken)
    {
        var text = new OpenApiText();
        text.AddCommon(endpoints);
        foreach (var endpoint in endpoints)
            text.Add(endpoint);
        using var stream = new MemoryStream();
        await text._document.SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_1, cancellationToken);
        return stream.ToArray();
    }

    private void AddCommon(IReadOnlyList<EndpointInfo> endpoints)
    {
        _document.Tags = endpoints.Select(endpoint => endpoint.Tag).Distinct().Select(tag => new OpenApiTag { Name = tag }).ToHashSet();
        _document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An access token of the identity provider.",
        });
        _document.AddComponent<IOpenApiSecurityScheme>(ManageToken, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-Manage-Token",
            Description = "The token of one booking, given to whoever made it without an account.",
        });
        AddHeader("X-Request-Id", "By which the request is found again.", "string");
        AddHeader("X-RateLimit-Limit", "Requests in an hour.", "integer");
        AddHeader("X-RateLimit-Remaining", "What is left of them.", "integer");
        AddHeader("X-RateLimit-Reset", "When they are renewed, epoch seconds.", "integer");
        AddHeader("Retry-After", "Seconds to wait.", "integer");
        AddHeader("Location", "Where it is.", "string");
        _document.AddComponent<IOpenApiSchema>("Error", _schemas.Parse(ErrorSchema()));
    }

    private void AddHeader(string name, string description, string type) => _document.AddComponent<IOpenApiHeader>(
        name, new OpenApiHeader { Description = description, Schema = _schemas.Parse(new JsonObject { ["type"] = type }) });

    private static JsonObject ErrorSchema()
    {
        JsonObject Text() => new() { ["type"] = "string" };
        JsonObject Shape(JsonObject properties, params string[] required) => new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
        };
        var fields = Shape(new() { ["field"] = Text(), ["constraint"] = Text(), ["message"] = Text() }, "field", "constraint", "message");
        var details = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "The fields at fault and the constraint that each breaks; and facts by name, such as gate or status.",
            ["properties"] = new JsonObject { ["fields"] = new JsonObject { ["type"] = "array", ["items"] = fields } },
            ["additionalProperties"] = true,
        };
        var code = Text();
        code["enum"] = new JsonArray([.. ErrorCodes.All.Select(name => (JsonNode)name)]);
        var error = Shape(
            new() { ["code"] = code, ["message"] = Text(), ["details"] = details, ["requestId"] = Text() }, "code", "message", "details", "requestId");
        return Shape(new() { ["error"] = error }, "error");
    }

    private void Add(EndpointInfo endpoint)
    {
        var path = "/" + endpoint.Route;
        if (!_document.Paths.TryGetValue(path, out var item))
            _document.Paths[path] = item = new OpenApiPathItem { Operations = [] };
        item.Operations!.Add(HttpMethod.Parse(endpoint.Method), Operation(endpoint));
    }

    private OpenApiOperation Operation(EndpointInfo endpoint) => new()
    {
        OperationId = endpoint.Name,
        Summary = endpoint.Summary,
        Description = "For " + Audience(endpoint.Access) + ".",
        Tags = new HashSet<OpenApiTagReference> { new(endpoint.Tag, _document) },
        Parameters = [.. Parameters(endpoint)],
        RequestBody = Body(endpoint),
        Responses = Responses(endpoint),
        Security = Security(endpoint.Access),
    };

    private static string Audience(Access access)
    {
        if (access.Guests && access.Roles.Count == Enum.GetValues<Role>().Length)
            return "anyone";
        var roles = string.Join(", ", access.Roles.Select(role => role.ToString().ToLowerInvariant() + "s"));
        return access.Guests ? "guests, " + roles : access.Links ? roles + ", and guests with the booking's token" : roles;
    }

    private IEnumerable<IOpenApiParameter> Parameters(EndpointInfo endpoint)
    {
        foreach (var segment in endpoint.Route.Split('/').Where(segment => segment.StartsWith('{')))
            yield return Parameter(new ParameterInfo(segment[1..^1], "From the path.", Required: true), ParameterLocation.Path);
        foreach (var parameter in endpoint.Query ?? [])
            yield return Parameter(parameter, ParameterLocation.Query);
        foreach (var header in endpoint.Headers)
            yield return Parameter(header, ParameterLocation.Header);
    }

    private OpenApiParameter Parameter(ParameterInfo parameter, ParameterLocation location)
    {
        var schema = new JsonObject { ["type"] = parameter.Type };
        if (parameter.Values is { } values)
            schema["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = location,
            Description = parameter.Description,
            Required = parameter.Required,
            Schema = _schemas.Parse(schema),
        };
    }

    private OpenApiRequestBody? Body(EndpointInfo endpoint) => endpoint.Body switch
    {
        BodyKind.None => null,
        BodyKind.Raw => new OpenApiRequestBody
        {
            Required = true,
            Description = "As it was signed, byte for byte.",
            Content = Content(_schemas.Parse(new JsonObject()), null),
        },
        _ => new OpenApiRequestBody { Required = true, Content = Content(_schemas.Reference(endpoint.RequestShape!), Examples.Request(endpoint)) },
    };

    private OpenApiResponses Responses(EndpointInfo endpoint)
    {
        var success = new OpenApiResponse { Description = endpoint.Summary, Headers = Headers(endpoint, endpoint.Success == 201) };
        if (endpoint.ResponseShape is { } shape)
            success.Content = Content(_schemas.Reference(shape), Examples.Response(endpoint));
        var responses = new OpenApiResponses { [Text(endpoint.Success)] = success };
        foreach (var status in Statuses.Of(endpoint))
        {
            responses[Text(status)] = new OpenApiResponse
            {
                Description = Statuses.Describe(status),
                Headers = Headers(endpoint, location: false, retry: status is 429 or 503),
                Content = Content(new OpenApiSchemaReference("Error", _document), null),
            };
        }
        return responses;
    }

    private Dictionary<string, IOpenApiHeader> Headers(EndpointInfo endpoint, bool location, bool retry = false)
    {
        List<string> names = ["X-Request-Id", .. endpoint.Limited ? LimitHeaders : []];
        if (location)
            names.Add("Location");
        if (retry)
            names.Add("Retry-After");
        return names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, _document));
    }

    private List<OpenApiSecurityRequirement> Security(Access access)
    {
        var ways = new List<OpenApiSecurityRequirement>();
        if (access.Guests)
            ways.Add([]);
        ways.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, _document)] = [] });
        if (access.Links && !access.Guests)
            ways.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ManageToken, _document)] = [] });
        return ways;
    }

    private static Dictionary<string, IOpenApiMediaType> Content(IOpenApiSchema schema, JsonNode? example) =>
        new() { [Json] = new OpenApiMediaType { Schema = schema, Example = example } };

    private static string Text(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
