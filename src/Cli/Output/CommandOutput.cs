using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Nots.Cli.Output;

/// <summary>
/// What a command says: to a person sentences on the output, to a script one JSON document there and the sentences on the error
/// stream. Progress moves only on a terminal.
/// </summary>
internal sealed class CommandOutput(bool json)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly IAnsiConsole _console = json ? Screen.Error() : Screen.Output();

    private bool Moves => !(json ? Console.IsErrorRedirected : Console.IsOutputRedirected) && _console.Profile.Capabilities.Interactive;

    /// <summary>A sentence; long ones are not wrapped, so that a script's log has it in one line.</summary>
    public void Say(string sentence) => _console.Profile.Out.Writer.WriteLine(sentence);

    /// <summary>The document for scripts; a person gets nothing of it.</summary>
    public void Document(object document)
    {
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(document, Options));
    }

    public void Show(Table table)
    {
        if (!json)
            _console.Write(table);
    }

    /// <summary>Does long work behind a bar.</summary>
    /// <param name="what">What is going on, in a few words.</param>
    /// <param name="total">How much there is to do, as well as that is known.</param>
    /// <param name="work">The work; it reports how much more it has done.</param>
    public async Task<T> WatchAsync<T>(string what, long total, Func<IProgress<long>, Task<T>> work)
    {
        if (!Moves)
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

    /// <summary>Unlike <see cref="Progress{T}"/>, at once and in order.</summary>
    private sealed class Bar(ProgressTask? task) : IProgress<long>
    {
        public void Report(long value) => task?.Increment(value);
    }
}
