using Nots.Durable.History;

namespace Nots.Durable.Replay;

/// <summary>
/// Checks each action of the orchestrator against the history while that lasts, and after it collects what is new. What an
/// event made the orchestrator do follows that event in the history, before the next event.
/// </summary>
internal sealed class ActionJournal
{
    private IReadOnlyList<HistoryEvent> _history = [];
    private int _position;

    /// <summary>Whether events of the history are still being replayed.</summary>
    public bool IsReplaying { get; private set; }

    /// <summary>Whether the orchestrator has returned, failed or continued as new.</summary>
    public EndingEvent? Ending { get; private set; }

    /// <summary>What has happened since the history: incoming events and, after each, the actions that it led to.</summary>
    public List<HistoryEvent> New { get; private set; } = [];

    public void Replay(IReadOnlyList<HistoryEvent> history)
    {
        _history = history;
        _position = 0;
        IsReplaying = true;
    }

    /// <summary>The next event of the history, or null at its end.</summary>
    /// <exception cref="OrchestratorFaultException">The history has an action here that the code did not take.</exception>
    public IncomingEvent? NextIncoming()
    {
        switch (Peek())
        {
            case null:
                IsReplaying = false;
                _history = [];
                return null;
            case ActionEvent action:
                throw new OrchestratorFaultException(
                    $"the history has {action.Describe()} at event {_position}, but the code {WhatTheCodeDid()}");
            case var next:
                _position++;
                return (IncomingEvent)next;
        }
    }

    public void Record(IncomingEvent incoming) => New.Add(incoming);

    /// <exception cref="OrchestratorFaultException">The history has something else in this place.</exception>
    public void Record(ActionEvent action)
    {
        if (IsReplaying)
            Check(action);
        else
            New.Add(action);
        Ending = action as EndingEvent;
    }

    /// <summary>Hands over what is new, and starts afresh.</summary>
    public List<HistoryEvent> TakeNew()
    {
        var taken = New;
        New = [];
        return taken;
    }

    private void Check(ActionEvent action)
    {
        var recorded = Peek();
        if (recorded is not ActionEvent expected || !action.Matches(expected))
        {
            throw new OrchestratorFaultException(
                $"the code does {action.Describe()} at event {_position}, but the history has {Describe(recorded)}");
        }

        _position++;
    }

    private HistoryEvent? Peek()
    {
        while (_position < _history.Count && _history[_position] is NoteEvent)
            _position++;
        return _position < _history.Count ? _history[_position] : null;
    }

    private string WhatTheCodeDid() => Ending is null ? "did not take that step" : "had ended before";

    private static string Describe(HistoryEvent? recorded) => recorded switch
    {
        null => "nothing more",
        ActionEvent action => action.Describe(),
        _ => $"'{HistoryJson.TypeName(recorded)}'",
    };
}
