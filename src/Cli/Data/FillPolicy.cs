using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>What must be said before items are brought into a table that has some.</summary>
internal static class FillPolicy
{
    /// <exception cref="CommandFailedException">The table has items.</exception>
    public static async Task RequireEmptyAsync(ITableLoad target, StoreAddress store, CancellationToken cancellationToken)
    {
        if (await target.IsEmptyAsync(cancellationToken))
            return;
        throw new CommandFailedException(
            $"{store} has items already, and nothing was changed. Name an empty table; or add --merge, which keeps the newer of two items with the same key, "
            + "or --overwrite, with which what is brought in wins.",
            ExitCode.Refused);
    }

    /// <exception cref="CommandFailedException">The answer was no, or nobody can give one.</exception>
    public static void Confirm(Existing existing, StoreAddress store, bool yes) => Confirmation.Ask(
        existing == Existing.Overwrite
            ? $"Items of {store} are replaced by those with the same keys that are brought in, though these be older."
            : $"Items of {store} are replaced by those with the same keys that are brought in, where these are newer.",
        yes);
}
