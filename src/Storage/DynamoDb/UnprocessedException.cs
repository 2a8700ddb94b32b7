namespace Nots.Storage.DynamoDb;

/// <summary>DynamoDB left part of a batch undone, for load or for size.</summary>
/// <param name="progressed">Whether it did another part.</param>
internal sealed class UnprocessedException(bool progressed) : Exception("DynamoDB left part of the batch undone.")
{
    public bool Progressed => progressed;
}
