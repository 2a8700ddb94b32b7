using System.Text;
using System.Text.Json;
using Nots.Cli.Output;
using Spectre.Console;

namespace Nots.Cli.Tests.Fakes;

/// <summary>An output that keeps what was said.</summary>
internal sealed class Said
{
    private readonly StringBuilder _sentences = new();
    private readonly StringBuilder _documents = new();

    public Said(bool json = false)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(new StringWriter(_sentences)), Ansi = AnsiSupport.No });
        console.Profile.Width = 200;
        Output = new CommandOutput(json, new StringWriter(_documents), console, isTerminal: false);
    }

    public CommandOutput Output { get; }

    public string[] Lines => _sentences.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public JsonElement Document => JsonDocument.Parse(_documents.ToString()).RootElement;
}
