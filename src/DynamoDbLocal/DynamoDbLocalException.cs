namespace Nots.DynamoDbLocal;

/// <summary>DynamoDB Local is not there or does not start; the message says what to do.</summary>
public sealed class DynamoDbLocalException(string message, Exception? inner = null) : Exception(message, inner);
