namespace Nots.Storage.DynamoDb;

/// <summary>Is told what each request to DynamoDB cost, as DynamoDB itself counts it.</summary>
public interface ICapacityObserver
{
    /// <summary>One request was answered. Called by whoever made it, so possibly by several at once; it must not throw.</summary>
    void Answered(RequestCapacity request);
}
