using System.Text.Json.Serialization;

namespace Nots.LocalHost.Ops;

/// <summary>What the contract's controls want to know: why.</summary>
internal sealed record OpsControl(string Reason);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OpsControl))]
internal sealed partial class OpsJson : JsonSerializerContext;
