using Amazon.DynamoDBv2.Model;

namespace Nots.Storage.DynamoDb;

/// <summary>A transaction as DynamoDB takes it.</summary>
/// <param name="Request">The same for each try, with one token.</param>
/// <param name="Indexes">Which write of the caller's each part is.</param>
internal sealed record Transaction(TransactWriteItemsRequest Request, IReadOnlyList<int> Indexes);
