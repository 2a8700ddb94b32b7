using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nots.ClientGenerator;

/// <summary>The platform's OpenAPI document as it is kept in <c>clients/openapi.json</c>.</summary>
public static class ContractDocument
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // So that a pound sign is one in the diff, too.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document without what depends on the host that served it, in a form that makes readable diffs.</summary>
    public static string Normalise(JsonNode served)
    {
        var document = served.DeepClone().AsObject();
        document.Remove("servers");
        return document.ToJsonString(Readable) + "\n";
    }
}
