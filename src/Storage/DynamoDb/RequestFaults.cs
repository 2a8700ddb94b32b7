using System.Collections.Frozen;
using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Azure.Identity;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// Tells the SDK's exceptions apart ("Error handling with DynamoDB" in the developer guide), by DynamoDB's codes: the SDK has types of
/// exceptions only for the codes that its model lists for an operation, and DynamoDB does not keep to the list.
/// </summary>
internal static class RequestFaults
{
    private static readonly FrozenSet<string> BusyCodes =
    [
        "ProvisionedThroughputExceededException", "RequestLimitExceeded", "ThrottlingException", "Throttling", "LimitExceededException",
        "TransactionConflictException", "ReplicatedWriteConflictException",
    ];

    private static readonly FrozenSet<string> BusyReasons = ["TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError"];

    /// <summary>Null for an exception that is no failure of DynamoDB or on the way there.</summary>
    public static RequestFault? Of(Exception exception) => exception switch
    {
        UnprocessedException => RequestFault.Busy,
        TransactionCanceledException cancelled => Of(cancelled),
        // Azure or AWS gave no keys just now: nothing was sent to DynamoDB.
        AuthenticationFailedException or AmazonSecurityTokenServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => RequestFault.Busy,
        AmazonServiceException answered => Of(answered),
        AmazonClientException => RequestFault.Refused,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } =>
            RequestFault.Busy,
        HttpRequestException or IOException or OperationCanceledException or TimeoutException or WebException => RequestFault.Unknown,
        _ => null,
    };

    private static RequestFault Of(AmazonServiceException answered) => answered switch
    {
        { ErrorCode: { } code } when BusyCodes.Contains(code) => RequestFault.Busy,
        // An earlier try of the same transaction is still being carried out.
        { ErrorCode: "TransactionInProgressException" } => RequestFault.Unknown,
        { ErrorCode: "ValidationException" or "SerializationException" } => RequestFault.Invalid,
        // An answer that cannot be read has the status of the answer.
        AmazonUnmarshallingException or { StatusCode: >= HttpStatusCode.InternalServerError } => RequestFault.Unknown,
        _ => RequestFault.Refused,
    };

    private static RequestFault Of(TransactionCanceledException cancelled)
    {
        var codes = cancelled.CancellationReasons?.Select(reason => reason.Code).ToHashSet() ?? [];
        return codes.Overlaps(BusyReasons) ? RequestFault.Busy
            : codes.Contains("ValidationError") ? RequestFault.Invalid
            : RequestFault.Refused;
    }
}
