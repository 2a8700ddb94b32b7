using Nots.Cli.Stores;

namespace Nots.Cli.Tests.Stores;

public sealed class DynamoDbAddressTests
{
    [Theory]
    [InlineData("nots-main-table-production", true)]
    [InlineData("nots-main-table-production-restored", true)]
    [InlineData("nots-main-table-staging", false)]
    [InlineData("nots-main-table-dev-preproduction", false)]
    public void Productions_table_and_those_restored_from_it_are_protected(string table, bool isProduction) =>
        Assert.Equal(isProduction, new DynamoDbAddress(table, null, null).IsProduction);
}
