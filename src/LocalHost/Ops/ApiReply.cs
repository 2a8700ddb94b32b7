using System.Text.Json;

namespace Nots.LocalHost.Ops;

/// <summary>What the HTTP contract answered.</summary>
internal sealed record ApiReply(int Status, JsonElement Body)
{
    public bool Ok => Status == StatusCodes.Status200OK;

    /// <summary>Why not, in words: the error's message and those of the fields at fault.</summary>
    public string Refusal
    {
        get
        {
            var error = Body.GetProperty("error");
            return error.GetProperty("details").TryGetProperty("fields", out var fields)
                ? string.Join(' ', fields.EnumerateArray().Select(fault => fault.GetProperty("message").GetString()))
                : error.GetProperty("message").GetString()!;
        }
    }
}
