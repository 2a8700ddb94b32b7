using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Nots.Storage.DynamoDb;

/// <summary>Asks DynamoDB for what requests cost, and passes it on; does neither when nobody wants to know.</summary>
internal sealed class CapacityMeter(ICapacityObserver? observer)
{
    private static readonly Dictionary<string, double> None = [];

    /// <summary>What a request asks for.</summary>
    public ReturnConsumedCapacity? Wanted { get; } = observer is null ? null : ReturnConsumedCapacity.INDEXES;

    public void Answered(string operation, params ReadOnlySpan<ConsumedCapacity?> capacities)
    {
        if (observer is null)
            return;
        double units = 0;
        double table = 0;
        var indexes = new Dictionary<string, double>();
        foreach (var capacity in capacities)
        {
            units += capacity?.CapacityUnits ?? 0;
            table += capacity?.Table?.CapacityUnits ?? 0;
            foreach (var (index, used) in capacity?.GlobalSecondaryIndexes ?? [])
                indexes[index] = indexes.GetValueOrDefault(index) + (used.CapacityUnits ?? 0);
        }

        observer.Answered(new RequestCapacity(operation, units, table, indexes));
    }

    public void Refused(string operation) => observer?.Answered(new RequestCapacity(operation, null, null, None));
}
