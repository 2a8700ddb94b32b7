using System.Text.Json;

namespace Nots.LocalHost.Tests.Running;

/// <summary>What the platform answered.</summary>
public sealed record Answer(int Status, JsonElement Body)
{
    /// <summary>The error's code; null where there is none.</summary>
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null;

    public string? Text(params ReadOnlySpan<string> path)
    {
        var at = Body;
        foreach (var name in path)
            at = at.GetProperty(name);
        return at.ValueKind == JsonValueKind.Null ? null : at.ToString();
    }

    /// <summary>Itself, where it is a success.</summary>
    public Answer Ok()
    {
        Assert.True(Status is 200 or 201, $"{Status}: {Body}");
        return this;
    }
}
