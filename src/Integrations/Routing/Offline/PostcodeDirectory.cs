using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>Where postcodes are, approximately: see <c>Data/README.md</c>.</summary>
internal sealed class PostcodeDirectory
{
    private static readonly Lazy<PostcodeDirectory> Loaded = new(() => new PostcodeDirectory([.. EmbeddedTable.Read("Routing.Offline.postcodes.tsv").Select(Read)]));

    private readonly FrozenDictionary<string, PostcodeEntry> _byCode;

    private PostcodeDirectory(IReadOnlyList<PostcodeEntry> entries)
    {
        Entries = entries;
        _byCode = entries.ToFrozenDictionary(entry => entry.Code);
    }

    public static PostcodeDirectory Instance => Loaded.Value;

    public IReadOnlyList<PostcodeEntry> Entries { get; }

    /// <summary>The outward code's middle where it is listed, otherwise its area's.</summary>
    public bool TryGet(Postcode postcode, [NotNullWhen(true)] out PostcodeEntry? entry) =>
        _byCode.TryGetValue(postcode.Outward, out entry) || _byCode.TryGetValue(postcode.Area, out entry);

    private static PostcodeEntry Read(string[] row) => new(
        row[0],
        row[1],
        new Coordinates(double.Parse(row[2], CultureInfo.InvariantCulture), double.Parse(row[3], CultureInfo.InvariantCulture)),
        row[4] == "yes");
}
