using System.Text;
using System.Text.Json.Nodes;

namespace Nots.Conformance.Table.Faults;

/// <summary>A request of the SDK.</summary>
/// <param name="Operation">DynamoDB's name of it.</param>
/// <param name="Request">The request, whose body may be changed before it is forwarded.</param>
/// <param name="Body">What it carried at first.</param>
internal sealed record Exchange(string Operation, HttpRequestMessage Request, JsonObject Body)
{
    public static async Task<Exchange> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // "DynamoDB_20120810.GetItem"
        var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
        return new Exchange(operation, request, JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject());
    }

    /// <summary>Sends another body; DynamoDB Local does not check signatures.</summary>
    public void Send(JsonNode body) => Request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0");
}
