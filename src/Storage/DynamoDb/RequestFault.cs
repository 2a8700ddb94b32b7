namespace Nots.Storage.DynamoDb;

/// <summary>What a failed request means for whoever made it.</summary>
internal enum RequestFault
{
    /// <summary>It did not happen, and may if it is tried again: throttled, in conflict with a transaction, never sent.</summary>
    Busy,

    /// <summary>It may have happened: an internal error of DynamoDB, or an answer that was lost.</summary>
    Unknown,

    /// <summary>It did not happen and will not: no such table, no permission.</summary>
    Refused,

    /// <summary>DynamoDB finds the request itself wrong.</summary>
    Invalid,
}
