using Nots.Api.Pipeline;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Nots.Api.Docs;

/// <summary>Which refusals an operation can answer with: those that follow from what it is, and those that it names.</summary>
internal static class Statuses
{
    public static IEnumerable<int> Of(EndpointInfo endpoint)
    {
        var statuses = new SortedSet<int>(endpoint.Refusals) { Status401Unauthorized, Status500InternalServerError, Status503ServiceUnavailable };
        if (endpoint.Body != BodyKind.None || endpoint.Query is { Count: > 0 })
            statuses.Add(Status400BadRequest);
        if (endpoint.Body == BodyKind.Json)
            statuses.Add(Status415UnsupportedMediaType);
        if (endpoint.Body != BodyKind.None)
            statuses.Add(Status413PayloadTooLarge);
        if (endpoint.Access.Roles.Count < Enum.GetValues<Domain.Users.Role>().Length)
            statuses.Add(Status403Forbidden);
        if (endpoint.Route.Contains('{', StringComparison.Ordinal))
            statuses.Add(Status404NotFound);
        if (endpoint.Limited)
            statuses.Add(Status429TooManyRequests);
        return statuses;
    }

    public static string Describe(int status) => status switch
    {
        Status400BadRequest => "The request is at fault; details name every field and constraint",
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
}
