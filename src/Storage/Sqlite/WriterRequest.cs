namespace Nots.Storage.Sqlite;

/// <summary>Work that has a result.</summary>
internal sealed class WriterRequest<T>(Func<WriteSession, T> run) : WriterWork
{
    // Asynchronously, or a caller's continuation would hold up the writer.
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Outcome => _outcome.Task;

    public override void Execute(WriteSession session) => _result = run(session);

    public override void Complete() => _outcome.SetResult(_result!);

    public override void Fail(Exception exception) => _outcome.SetException(exception);
}
