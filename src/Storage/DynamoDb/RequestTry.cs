namespace Nots.Storage.DynamoDb;

/// <summary>One try of a call.</summary>
/// <param name="MayHaveHappened">Whether an earlier try may have changed the table already.</param>
/// <param name="Token">Ends the try when its time is over.</param>
internal readonly record struct RequestTry(bool MayHaveHappened, CancellationToken Token);
