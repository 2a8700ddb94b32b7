using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Cli.Stores;

/// <summary>What a store's fault means for whoever gave the command, and what to do about it.</summary>
internal static class StoreFaults
{
    private static readonly string[] NoRight =
        ["AccessDeniedException", "UnrecognizedClientException", "InvalidSignatureException", "ExpiredTokenException", "MissingAuthenticationTokenException", "InvalidClientTokenId"];

    /// <summary>Null for what is no fault of a store.</summary>
    public static (string Sentence, int ExitCode)? Explain(Exception fault) => fault switch
    {
        AggregateException { InnerException: { } inner } => Explain(inner),
        SqliteTableFileException file => ($"{file.Message}{WhatToDo(file)}", ExitCode.Refused),
        RawItemException item => (item.Message, ExitCode.Refused),
        TableUnavailableException table => ($"{table.Message} Give the command again: it goes on where it was.", ExitCode.Unreachable),
        ResourceNotFoundException missing => ($"DynamoDB has no such table here: {missing.Message}. Check name, region and account, or make it with 'nots table create'.", ExitCode.Refused),
        TableNotFoundException missing => ($"DynamoDB has no such table here: {missing.Message}. Check name, region and account.", ExitCode.Refused),
        BackupNotFoundException missing => ($"There is no such backup: {missing.Message}. See 'nots backup list'.", ExitCode.Refused),
        AmazonServiceException service when NoRight.Contains(service.ErrorCode) =>
            ($"DynamoDB does not let these credentials do it ({service.ErrorCode}): {service.Message} Check AWS_PROFILE, and what its role may do.", ExitCode.Unreachable),
        AmazonServiceException service => ($"DynamoDB refused: {service.Message} ({service.ErrorCode})", ExitCode.Unreachable),
        AmazonClientException client => ($"DynamoDB cannot be asked: {client.Message} Set AWS_PROFILE or AWS_ACCESS_KEY_ID, or sign in ('aws sso login').", ExitCode.Unreachable),
        OperationCanceledException { InnerException: TimeoutException } => ("DynamoDB does not answer in time. Check the region, --endpoint and the network, and give the command again.", ExitCode.Unreachable),
        HttpRequestException network => ($"DynamoDB does not answer: {network.Message}. Check the region, --endpoint and the network.", ExitCode.Unreachable),
        IOException or UnauthorizedAccessException => ($"A file cannot be read or written: {fault.Message}", ExitCode.Refused),
        _ => null,
    };

    private static string WhatToDo(SqliteTableFileException fault) =>
        fault.Message.Contains("in use by another process", StringComparison.Ordinal) ? " Stop the platform that has it open: a table's file has one writer." : "";
}
