using System.Globalization;
using Microsoft.AspNetCore.Http;
using Nots.Application.Common;

namespace Nots.Api.Reading;

/// <summary>Reads query parameters strictly: unknown and repeated ones are faults, found together with all others.</summary>
internal sealed class QueryReader
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
    private const int MaxTextLength = 100;

    private readonly IQueryCollection? _query;
    private FaultList? _faults;

    /// <param name="request">Of the operation.</param>
    /// <param name="known">The parameters that it understands; null when it does not look at the query.</param>
    public QueryReader(HttpRequest request, IReadOnlyList<ParameterInfo>? known)
    {
        if (!request.QueryString.HasValue || known is null)
            return;
        _query = request.Query;
        var faults = new RequestFaults();
        foreach (var (name, values) in _query)
        {
            var shown = RequestFaults.Shorten(name);
            if (!known.Any(parameter => parameter.Name == name))
                faults.Add(shown, "unknown", $"{shown} is not a known query parameter.");
            else if (values.Count > 1)
                faults.Add(shown, "duplicate", $"{shown} appears {values.Count} times.");
        }
        _faults = new FaultList(faults.All);
    }

    /// <summary>What was found so far; an operation may add to it.</summary>
    public FaultList Faults => _faults ??= new FaultList([]);

    /// <summary>Whether anything was found so far.</summary>
    public bool Faulty => _faults is { Any: true };

    /// <summary>Null when it was not sent, or empty.</summary>
    public string? Text(string name, int maxLength = MaxTextLength)
    {
        var value = Value(name);
        Faults.Text(name, value, maxLength);
        return value;
    }

    public DateTimeOffset? Time(string name, WireTime wireTime) => Value(name) is { } text ? wireTime.Read(name, text, Faults) : null;

    public T? OneOf<T>(string name)
        where T : struct, Enum => Value(name) is { } text ? Faults.OneOf<T>(name, text) : null;

    public bool Flag(string name)
    {
        switch (Value(name))
        {
            case null or "false":
                return false;
            case "true":
                return true;
            default:
                Faults.Add(name, "type", $"{name} must be true or false.");
                return false;
        }
    }

    /// <summary>How many entries of a list: 1 to 100, 20 unless told.</summary>
    public int Limit()
    {
        if (Value("limit") is not { } text)
            return DefaultLimit;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit))
            Faults.Add("limit", "type", $"limit must be a whole number from 1 to {MaxLimit}.");
        else if (Faults.InRange("limit", limit, 1, MaxLimit))
            return (int)limit;
        return DefaultLimit;
    }

    /// <summary>The position that a cursor stands for; null when none was sent, or it was not made for this list and caller.</summary>
    public T? Cursor<T>(ICursorCodec cursors, string scope)
        where T : class
    {
        if (Value("cursor") is not { } text)
            return null;
        if (cursors.TryDecode<T>(scope, text, out var position))
            return position;
        Faults.Add("cursor", "cursor", "cursor must be the nextCursor of the same list with the same filters.");
        return null;
    }

    private string? Value(string name) => _query is not null && _query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null;
}
