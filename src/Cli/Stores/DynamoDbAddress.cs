namespace Nots.Cli.Stores;

/// <param name="Table">The table's name.</param>
/// <param name="Region">Such as eu-west-2; null for that of the environment.</param>
/// <param name="Endpoint">A DynamoDB that is not Amazon's; null for Amazon's.</param>
internal sealed record DynamoDbAddress(string Table, string? Region, Uri? Endpoint) : StoreAddress
{
    /// <summary>The design's name of an environment's table.</summary>
    private const string ProductionSuffix = "-production";

    /// <summary>A table that nobody may delete by mistake.</summary>
    public bool IsProduction => Table.EndsWith(ProductionSuffix, StringComparison.Ordinal);

    public override string ToString() =>
        $"dynamodb:{Table}" + (Region is null ? "" : $" in {Region}") + (Endpoint is null ? "" : $" at {Endpoint.GetLeftPart(UriPartial.Authority)}");
}
