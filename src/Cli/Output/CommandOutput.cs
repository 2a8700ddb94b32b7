using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Nots.Cli.Output;

/// <summary>
/// What a command says: to a person sentences on the output, to a script one JSON document there and the sentences on the error
/// stream. Progress moves only on a terminal.
/// </summary>
internal sealed class CommandOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly TextWriter _documents;
    private readonly IAnsiConsole _console;
    private readonly bool _json;
    private readonly bool _moves;

    /// <summary>For a script where <paramref name="json"/> is said, else for whoever looks at the output.</summary>
    public CommandOutput(bool json)
        : this(json, Console.Out, json ? Screen.Error() : Screen.Output(), !(json ? Console.IsErrorRedirected : Console.IsOutputRedirected))
    {
    }

    /// <param name="json">Whether the document is written.</param>
    /// <param name="documents">Where the document goes.</param>
    /// <param name="console">Where sentences and progress go.</param>
    /// <param name="isTerminal">Whether progress may move there.</param>
    public CommandOutput(bool json, TextWriter documents, IAnsiConsole console, bool isTerminal)
    {
        (_json, _documents, _console) = (json, documents, console);
        _moves = isTerminal && console.Profile.Capabilities.Interactive;
    }

    /// <summary>A sentence; long ones are not wrapped, so that a script's log has it in one line.</summary>
    public void Say(string sentence) => _console.Profile.Out.Writer.WriteLine(sentence);

    /// <summary>The document for scripts; a person gets nothing of it.</summary>
    public void Document(object document)
    {
        if (_json)
            _documents.WriteLine(JsonSerializer.Serialize(document, Options));
    }

    public void Show(Table table)
    {
        if (!_json)
            _console.Write(table);
    }

    /// <summary>Does long work behind a bar.</summary>
    /// <param name="what">What is going on, in a few words.</param>
    /// <param name="total">How much there is to do, as well as that is known.</param>
    /// <param name="work">The work; it reports how much more it has done.</param>
    public async Task<T> WatchAsync<T>(string what, long total, Func<IProgress<long>, Task<T>> work)
    {
        if (!_moves)
            return await work(new Bar(null));
        return await _console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(what), maxValue: Math.Max(1, total)))));
    }

    /// <summary>Does long work behind a bar.</summary>
    public Task WatchAsync(string what, long total, Func<IProgress<long>, Task> work) => WatchAsync(what, total, async progress =>
    {
        await work(progress);
        return true;
    });

    /// <summary>Waits for something whose end cannot be foretold: on a terminal a spinner with its status, else a line for each change of that.</summary>
    public async Task<T> WaitAsync<T>(string what, Func<IProgress<string>, Task<T>> work)
    {
        if (!_moves)
            return await work(new Lines(this, what));
        return await _console.Status().StartAsync(Markup.Escape(what), context => work(new Spinner(context, what)));
    }

    private sealed class Lines(CommandOutput output, string what) : IProgress<string>
    {
        private string? _last;

        public void Report(string value)
        {
            if (value == _last)
                return;
            _last = value;
            output.Say($"{what}: {value}");
        }
    }

    private sealed class Spinner(StatusContext context, string what) : IProgress<string>
    {
        public void Report(string value) => context.Status = Markup.Escape($"{what}: {value}");
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, at once and in order.</summary>
    private sealed class Bar(ProgressTask? task) : IProgress<long>
    {
        public void Report(long value) => task?.Increment(value);
    }
}
