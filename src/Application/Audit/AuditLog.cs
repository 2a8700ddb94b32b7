using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Audit;

namespace Nots.Application.Audit;

/// <summary>Writes down what staff do, in the same transaction as what they did.</summary>
public sealed class AuditLog(IIdSource ids, TimeProvider time)
{
    /// <summary>Adds the entry of a member of staff's action to a transaction; null when the caller is not one.</summary>
    public Action<ITransaction>? By(Caller caller, string action, string subject, string? from, string? to) =>
        caller.IsStaff ? transaction => transaction.Add(Entry(caller, action, subject, from, to)) : null;

    /// <summary>The entry of an action whose effect is not in the table.</summary>
    public AuditEntry Entry(Caller caller, string action, string subject, string? from, string? to) => new()
    {
        Id = ids.New("audit"),
        By = caller.Actor,
        At = time.GetUtcNow(),
        Action = action,
        Subject = subject,
        From = from,
        To = to,
        Address = caller.Address,
    };
}
