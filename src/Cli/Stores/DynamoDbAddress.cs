namespace Nots.Cli.Stores;

/// <param name="Table">The table's name.</param>
/// <param name="Region">Such as eu-west-2; null for that of the environment.</param>
/// <param name="Endpoint">A DynamoDB that is not Amazon's; null for Amazon's.</param>
internal sealed record DynamoDbAddress(string Table, string? Region, Uri? Endpoint) : StoreAddress
{
    /// <summary>A table that nobody may delete by mistake: production's own, <c>nots-main-table-production</c>, or one restored from it, <c>nots-main-table-production-…</c>.</summary>
    public bool IsProduction => Table.Split('-').Contains("production");

    public override string ToString() =>
        $"dynamodb:{Table}" + (Region is null ? "" : $" in {Region}") + (Endpoint is null ? "" : $" at {Endpoint.GetLeftPart(UriPartial.Authority)}");
}
