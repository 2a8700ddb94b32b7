namespace Nots.Cli.Data;

/// <summary>What reading back found in the target.</summary>
/// <param name="Same">How many items are there as they were.</param>
/// <param name="Checksum">Over those.</param>
/// <param name="Newer">How many are there in a newer version.</param>
/// <param name="Expired">How many are not there for they have expired.</param>
internal sealed record VerifiedItems(long Same, string Checksum, long Newer, long Expired);
