namespace Nots.DynamoDb.Bench;

/// <summary>The calls that are compared. Each throws unless it was answered as it should be.</summary>
internal interface ICalls
{
    Task GetAsync(int n);

    /// <summary>The first page of an index.</summary>
    Task QueryAsync();

    /// <summary>Puts a booking that is not there yet.</summary>
    Task PutAsync(string id);

    /// <summary>A booking, its event and its signal.</summary>
    Task TransactAsync(string id);
}
