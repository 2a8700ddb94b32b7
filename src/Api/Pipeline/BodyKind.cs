namespace Nots.Api.Pipeline;

/// <summary>What an operation wants as its body.</summary>
public enum BodyKind
{
    None,

    /// <summary>A JSON object.</summary>
    Json,

    /// <summary>Bytes as they come, for a signature over them.</summary>
    Raw,
}
