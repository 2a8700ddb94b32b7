using System.Text.Json.Nodes;
using Nots.ClientGenerator;

// Writes clients/openapi.json as a running platform serves it, and the C# client that is made from it. scripts/generate-clients calls it.
if (args is not [var source, var folder])
{
    Console.Error.WriteLine("Usage: Nots.ClientGenerator <address or path of the OpenAPI document> <the clients folder>");
    return 2;
}

using var http = new HttpClient();
var served = Uri.TryCreate(source, UriKind.Absolute, out var address) && !address.IsFile
    ? await http.GetStringAsync(address)
    : await File.ReadAllTextAsync(source);
var document = ContractDocument.Normalise(JsonNode.Parse(served)!);
await File.WriteAllTextAsync(Path.Combine(folder, "openapi.json"), document);
await File.WriteAllTextAsync(Path.Combine(folder, "csharp", "NotsClient.g.cs"), await CSharpClient.GenerateAsync(document));
return 0;
