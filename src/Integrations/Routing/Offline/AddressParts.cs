namespace Nots.Integrations.Routing.Offline;

/// <summary>An address taken apart at its commas and lines, each part normalised, without country and county at its end.</summary>
/// <param name="Names">The parts, the most exact first as the British write them.</param>
/// <param name="County">The county it says it is in; null where it says none.</param>
internal sealed record AddressParts(IReadOnlyList<string> Names, string? County)
{
    private static readonly string[] Countries = ["united kingdom", "great britain", "england", "uk", "gb"];

    // Counties with a town that another county has as well are what matters; a county that is missing here is read as a name.
    private static readonly string[] Counties =
    [
        "bedfordshire", "berkshire", "buckinghamshire", "cambridgeshire", "cheshire", "cornwall", "cumbria", "derbyshire", "devon", "dorset",
        "east sussex", "essex", "glamorgan", "gloucestershire", "hampshire", "herefordshire", "hertfordshire", "isle of wight", "kent", "lancashire",
        "leicestershire", "lincolnshire", "merseyside", "norfolk", "northamptonshire", "northumberland", "nottinghamshire", "oxfordshire",
        "shropshire", "somerset", "staffordshire", "suffolk", "surrey", "warwickshire", "west midlands", "west sussex", "wiltshire",
        "worcestershire", "yorkshire", "scotland", "wales", "northern ireland", "ireland", "france",
    ];

    /// <summary>Whether a place of this county can be meant.</summary>
    public bool MayBeIn(string county) => County is null || string.Equals(County, county, StringComparison.OrdinalIgnoreCase);

    public static AddressParts Of(string address)
    {
        var names = address.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(PlaceText.Normalise).Where(part => part.Length > 0).ToList();
        TakeFromEnd(names, Countries);
        return new AddressParts(names, TakeFromEnd(names, Counties));
    }

    /// <summary>Removes one of the words from the end of the last part, or the whole part, and returns it.</summary>
    private static string? TakeFromEnd(List<string> parts, string[] words)
    {
        if (parts is not [.., var last])
            return null;
        var word = words.FirstOrDefault(candidate =>
            last.EndsWith(candidate, StringComparison.Ordinal) && (last.Length == candidate.Length || last[^(candidate.Length + 1)] == ' '));
        if (word is null)
            return null;
        if (last.Length == word.Length)
            parts.RemoveAt(parts.Count - 1);
        else
            parts[^1] = last[..^(word.Length + 1)];
        return word;
    }
}
