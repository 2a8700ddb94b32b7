using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Cli.Tables;

namespace Nots.Cli.Backups;

/// <summary>Carries a table's tags over to another.</summary>
internal sealed class TableTags(TableAdmin admin)
{
    /// <returns>How many; null when the source is gone, or the endpoint has no tags.</returns>
    public async Task<int?> CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        var (source, target) = (await admin.DescribeAsync(from, cancellationToken), await admin.DescribeAsync(to, cancellationToken));
        if (source is null || target is null)
            return null;
        try
        {
            var tags = await OfAsync(source.TableArn, cancellationToken);
            if (tags.Count > 0)
                await admin.Client.TagResourceAsync(new TagResourceRequest { ResourceArn = target.TableArn, Tags = tags }, cancellationToken);
            return tags.Count;
        }
        catch (AmazonDynamoDBException fault) when (TableAdmin.IsUnknown(fault))
        {
            return null;
        }
    }

    private async Task<List<Tag>> OfAsync(string arn, CancellationToken cancellationToken)
    {
        var tags = new List<Tag>();
        string? next = null;
        do
        {
            var page = await admin.Client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn, NextToken = next }, cancellationToken);
            // Those of Amazon's own services cannot be set by hand.
            tags.AddRange((page.Tags ?? []).Where(tag => !tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)));
            next = page.NextToken;
        }
        while (next is not null);
        return tags;
    }
}
