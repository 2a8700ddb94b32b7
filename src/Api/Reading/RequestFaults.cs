using Nots.Domain.Common;

namespace Nots.Api.Reading;

/// <summary>The faults found while a request is read, up to a number that a person would still read.</summary>
internal sealed class RequestFaults
{
    private const int MaxFaults = 50;
    private const int MaxNameLength = 100;
    private List<FieldFault>? _faults;

    public IReadOnlyList<FieldFault> All => _faults ?? (IReadOnlyList<FieldFault>)[];

    public void Add(string field, string constraint, string message)
    {
        _faults ??= [];
        if (_faults.Count < MaxFaults)
            _faults.Add(new FieldFault(field, constraint, message));
    }

    /// <summary>A name that the client made up, cut to a length at which it can be repeated to them.</summary>
    public static string Shorten(string name) => name.Length <= MaxNameLength ? name : name[..MaxNameLength] + "…";
}
