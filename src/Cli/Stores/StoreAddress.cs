namespace Nots.Cli.Stores;

/// <summary>A table, as the command line names it.</summary>
internal abstract record StoreAddress
{
    private const string Sqlite = "sqlite:";
    private const string DynamoDb = "dynamodb:";

    /// <summary>The notation, for people and for notes in files.</summary>
    public abstract override string ToString();

    /// <summary>Reads <c>sqlite:PATH</c> or <c>dynamodb:TABLE</c>; null when it is neither.</summary>
    /// <param name="text">The notation.</param>
    /// <param name="region">For DynamoDB; null for that of the environment.</param>
    /// <param name="endpoint">For a DynamoDB that is not Amazon's.</param>
    public static StoreAddress? Parse(string text, string? region, Uri? endpoint)
    {
        if (text.StartsWith(Sqlite, StringComparison.Ordinal) && text.Length > Sqlite.Length)
            return new SqliteAddress(Path.GetFullPath(text[Sqlite.Length..]));
        if (text.StartsWith(DynamoDb, StringComparison.Ordinal) && text.Length > DynamoDb.Length)
            return new DynamoDbAddress(text[DynamoDb.Length..], region, endpoint);
        return null;
    }
}
