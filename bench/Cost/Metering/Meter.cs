using Nots.Storage.DynamoDb;

namespace Nots.Cost.Bench.Metering;

/// <summary>Takes what DynamoDB itself says that a call consumed, for whoever made the call.</summary>
internal sealed class Meter : ICapacityObserver
{
    private readonly AsyncLocal<List<RequestCapacity>?> _call = new();

    /// <summary>What the requests consumed that were made since, in this flow of control.</summary>
    public List<RequestCapacity> Begin() => _call.Value = [];

    public void Answered(RequestCapacity request) => _call.Value?.Add(request);
}
