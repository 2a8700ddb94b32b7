using System.Text.Json.Nodes;

namespace Nots.Infra.Tests.Aws;

/// <summary>What a template's expressions come to in production.</summary>
internal static class Values
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["Environment"] = "production",
        ["Domain"] = "nots.co.uk",
        ["DispatchEmail"] = "dispatch@nots.co.uk",
        ["SmtpHost"] = "email-smtp.eu-west-2.amazonaws.com",
        ["SmtpUser"] = "mail-user",
        ["SmtpFrom"] = "NOTS <bookings@nots.co.uk>",
        ["IdentityAuthority"] = Samples.Environment["IDENTITY_AUTHORITY"],
        ["UserPoolClientId"] = Samples.Environment["IDENTITY_CLIENT_ID"],
        ["AWS::Region"] = "eu-west-2",
    };

    /// <summary>A text, with what a deployment puts into it; of two branches the first.</summary>
    public static string Of(JsonNode? node) => node switch
    {
        JsonValue value => value.ToString(),
        JsonObject function when function["Ref"] is { } name => Known[(string)name!],
        JsonObject function when function["Fn::Sub"] is JsonValue text => Known.Aggregate((string)text!, (filled, known) => filled.Replace($"${{{known.Key}}}", known.Value, StringComparison.Ordinal)),
        JsonObject function when function["Fn::If"] is JsonArray branches => Of(branches[1]),
        _ => throw new InvalidDataException($"{node?.ToJsonString()} is more than these tests reckon with."),
    };
}
