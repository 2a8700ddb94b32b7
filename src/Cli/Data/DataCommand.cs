using System.CommandLine;

namespace Nots.Cli.Data;

/// <summary><c>nots data</c>: a table's items out of it, into it, and from one store to another.</summary>
internal static class DataCommand
{
    public static Command Build() => new("data", "Exports, imports and copies a table's items.")
    {
        ExportCommand.Build(),
        ImportCommand.Build(),
        CopyCommand.Build(),
    };

    /// <summary>How many parts of the table are worked on side by side.</summary>
    public static Option<int> Parallel() => Count("--parallel", "How many parts go on at a time", 4, 64);

    public static Option<int> Segments() => Count("--segments", "Into how many parts the table is divided; a kill loses at most a page of each that was under way", 16, 4096);

    /// <summary>What to do about items that are there: nothing, or one of these.</summary>
    public static (Option<bool> Merge, Option<bool> Overwrite) ExistingOptions(Command command)
    {
        var merge = new Option<bool>("--merge") { Description = "Into a table that has items: of two with the same key the newer stays." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Into a table that has items: what is brought in wins, though it be older." };
        command.Add(merge);
        command.Add(overwrite);
        command.Validators.Add(result =>
        {
            if (result.GetValue(merge) && result.GetValue(overwrite))
                result.AddError("--merge and --overwrite exclude each other.");
        });
        return (merge, overwrite);
    }

    public static Existing Existing(bool merge, bool overwrite) =>
        overwrite ? Data.Existing.Overwrite : merge ? Data.Existing.Merge : Data.Existing.Refuse;

    private static Option<int> Count(string name, string what, int usual, int most)
    {
        var option = new Option<int>(name) { Description = $"{what}, 1 to {most}.", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() is var value && (value < 1 || value > most))
                result.AddError($"{name} must be from 1 to {most}.");
        });
        return option;
    }
}
