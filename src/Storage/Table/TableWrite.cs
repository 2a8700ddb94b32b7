namespace Nots.Storage.Table;

/// <summary>One write, or one check, of a transaction.</summary>
public abstract record TableWrite(TableKey Key, TableCondition Condition)
{
    /// <summary>Puts the whole item in place of whatever is there.</summary>
    public sealed record Put(TableItem Item, TableCondition Condition) : TableWrite(Item.Key, Condition);

    public sealed record Delete(TableKey Key, TableCondition Condition) : TableWrite(Key, Condition);

    /// <summary>Changes nothing; the transaction fails unless the condition holds.</summary>
    public sealed record Check(TableKey Key, TableCondition Condition) : TableWrite(Key, Condition);
}
