using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Nots.Conformance.Table.Faults;

/// <summary>What DynamoDB, and the network before it, can do to a request; the answers are of the real service's form.</summary>
internal static class Faults
{
    private const string Dynamo = "com.amazonaws.dynamodb.v20120810#";

    public static Fault Throttled => Error(400, Dynamo + "ThrottlingException", "Throughput exceeds the current capacity of your table or index.");

    public static Fault OverProvisioned => Error(400, Dynamo + "ProvisionedThroughputExceededException", "The level of configured provisioned throughput for the table was exceeded.");

    public static Fault TooManyRequests => Error(400, Dynamo + "RequestLimitExceeded", "Throughput exceeds the current throughput limit for your account.");

    public static Fault InConflict => Error(400, Dynamo + "TransactionConflictException", "Transaction is ongoing for the item");

    public static Fault InProgress => Error(400, Dynamo + "TransactionInProgressException", "Transaction is in progress.");

    public static Fault InternalError => Error(500, Dynamo + "InternalServerError", "Internal server error");

    public static Fault Unavailable => Error(503, "com.amazon.coral.availability#ServiceUnavailableException", "Service is unavailable");

    public static Fault Forbidden => Error(400, "com.amazon.coral.service#AccessDeniedException", "User is not authorized");

    public static Fault BadGateway => (_, _, _) => Answer(502, "<html>bad gateway</html>");

    public static Fault CutOff => (_, _, _) => Answer(200, """{"Item":{"PK":{"S":""");

    public static Fault Garbled => async (_, forward, _) =>
    {
        var answer = await forward();
        answer.Headers.Remove("x-amz-crc32");
        answer.Headers.Add("x-amz-crc32", "1");
        return answer;
    };

    /// <summary>The connection breaks before the request arrives.</summary>
    public static Fault Reset => (_, _, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "Connection reset by peer", new IOException("Connection reset by peer"));

    /// <summary>The request is carried out, and the connection breaks before its answer arrives.</summary>
    public static Fault LostAnswer => async (_, forward, _) =>
    {
        using var answer = await forward();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "Connection reset by peer", new IOException("Connection reset by peer"));
    };

    /// <summary>Nobody listens: the request is never sent.</summary>
    public static Fault NotConnected => (_, _, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");

    /// <summary>A transaction that is cancelled, with a reason for each of its parts.</summary>
    public static Fault Cancelled(params string[] reasons) => (_, _, _) => Answer(400, new JsonObject
    {
        ["__type"] = Dynamo + "TransactionCanceledException",
        ["Message"] = "Transaction cancelled, please refer cancellation reasons for specific reasons",
        ["CancellationReasons"] = new JsonArray([.. reasons.Select(reason => new JsonObject { ["Code"] = reason })]),
    }.ToJsonString());

    /// <summary>Only so many of a batch are carried out; the others are given back.</summary>
    public static Fault Partly(int count) => async (exchange, forward, cancellationToken) =>
    {
        var (table, all) = exchange.Body["RequestItems"]!.AsObject().Single();
        var (done, left) = (exchange.Body.DeepClone(), all!.DeepClone());
        Keep(List(done["RequestItems"]![table]!), 0, count);
        Keep(List(left), count, int.MaxValue);

        JsonObject answer = [];
        if (count > 0)
        {
            exchange.Send(done);
            using var sent = await forward();
            answer = JsonNode.Parse(await sent.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        }

        answer[left is JsonArray ? "UnprocessedItems" : "UnprocessedKeys"] = new JsonObject { [table] = left };
        return await Answer(200, answer.ToJsonString());
    };

    /// <summary>Goes through, after something else happened.</summary>
    public static Fault After(Func<Task> happens) => async (_, forward, _) =>
    {
        await happens();
        return await forward();
    };

    /// <summary>The writes of a batch, or its keys.</summary>
    private static JsonArray List(JsonNode batch) => batch as JsonArray ?? batch["Keys"]!.AsArray();

    private static void Keep(JsonArray items, int from, int to)
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (i < from || i >= to)
                items.RemoveAt(i);
        }
    }

    private static Fault Error(int status, string type, string message) =>
        (_, _, _) => Answer(status, new JsonObject { ["__type"] = type, ["message"] = message }.ToJsonString());

    private static Task<HttpResponseMessage> Answer(int status, string body) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0"),
    });
}
