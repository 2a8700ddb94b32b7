using System.CommandLine;

namespace Nots.Cli.Output;

/// <summary>The options that mean the same in every command.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Write one JSON document to the output; sentences and progress go to the error stream." };

    public static Option<bool> Yes() => new("--yes") { Description = "Do not ask before something is destroyed." };
}
