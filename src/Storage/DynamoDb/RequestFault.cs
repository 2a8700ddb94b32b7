using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

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

/// <summary>Tells the SDK's exceptions apart ("Error handling with DynamoDB" in the developer guide).</summary>
internal static class RequestFaults
{
    /// <summary>Null for an exception that is no answer and no failure of DynamoDB.</summary>
    public static RequestFault? Of(Exception exception) => exception switch
    {
        UnprocessedException or ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException
            or TransactionConflictException or ReplicatedWriteConflictException or LimitExceededException => RequestFault.Busy,
        // An earlier try of the same transaction is still being carried out.
        TransactionInProgressException => RequestFault.Unknown,
        TransactionCanceledException cancelled => Of(cancelled),
        AmazonDynamoDBException { ErrorCode: "ValidationException" or "SerializationException" } => RequestFault.Invalid,
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => RequestFault.Unknown,
        AmazonUnmarshallingException => RequestFault.Unknown,
        AmazonClientException => RequestFault.Refused,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } =>
            RequestFault.Busy,
        HttpRequestException or IOException or OperationCanceledException or TimeoutException or WebException => RequestFault.Unknown,
        _ => null,
    };

    private static RequestFault Of(TransactionCanceledException cancelled)
    {
        var codes = cancelled.CancellationReasons?.Select(reason => reason.Code).ToHashSet() ?? [];
        return codes.Overlaps(["TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError"]) ? RequestFault.Busy
            : codes.Contains("ValidationError") ? RequestFault.Invalid
            : RequestFault.Refused;
    }
}
