using Nots.Application.Configuration;

namespace Nots.Integrations.Mailbox;

/// <summary>Where the local mailbox is kept.</summary>
public sealed record FileMailboxOptions : IValidatableOptions
{
    /// <summary>A file of JSON lines; made when it is not there.</summary>
    public string Path { get; init; } = "mailbox.jsonl";

    /// <summary>How many of the newest messages can be read back. All stay in the file, and none is taken twice.</summary>
    public int Shown { get; init; } = 20_000;

    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(Path))
            faults.Add("The mailbox's Path must be a file.");
        if (Shown is < 1 or > 1_000_000)
            faults.Add("The mailbox's Shown must be from 1 to 1000000.");
        return faults;
    }

    public override string ToString() => $"{Path}, newest {Shown} shown";
}
