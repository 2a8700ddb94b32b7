namespace Nots.Storage.DynamoDb;

/// <summary>What one request to DynamoDB cost: read units of a read, write units of a write.</summary>
/// <param name="Operation">DynamoDB's name of it, such as <c>TransactWriteItems</c>.</param>
/// <param name="Units">In all; null for a request whose condition failed: DynamoDB charges it and does not tell how much.</param>
/// <param name="TableUnits">Those of the table itself.</param>
/// <param name="IndexUnits">Those of each index, by its name.</param>
public sealed record RequestCapacity(string Operation, double? Units, double? TableUnits, IReadOnlyDictionary<string, double> IndexUnits);
