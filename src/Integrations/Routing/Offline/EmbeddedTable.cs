using System.Reflection;

namespace Nots.Integrations.Routing.Offline;

/// <summary>Reads a table of tab-separated values that is part of this assembly; the first line names the columns.</summary>
internal static class EmbeddedTable
{
    /// <exception cref="InvalidDataException">A line has not as many columns as the first.</exception>
    public static IReadOnlyList<string[]> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"There is no table {name} in this assembly.");
        using var reader = new StreamReader(stream);
        var columns = reader.ReadLine()?.Split('\t').Length;
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            var row = line.Split('\t');
            rows.Add(row.Length == columns ? row : throw new InvalidDataException($"{name} line {rows.Count + 2} has {row.Length} columns."));
        }

        return rows;
    }
}
