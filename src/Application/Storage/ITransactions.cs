namespace Nots.Application.Storage;

/// <summary>Where writes begin.</summary>
public interface ITransactions
{
    /// <summary>A new transaction; nothing happens until it is committed.</summary>
    ITransaction Begin();
}
