using System.CommandLine;
using System.CommandLine.Parsing;

namespace Nots.Cli.Stores;

/// <summary>The options that name a store: <c>--store</c>, <c>--region</c>, <c>--endpoint</c>, or for a copy those of each side.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string> _store;
    private readonly Option<string?> _region;
    private readonly Option<Uri?> _endpoint;
    private readonly bool _dynamoDbOnly;

    private StoreOptions(string name, string prefix, string what, bool dynamoDbOnly)
    {
        _dynamoDbOnly = dynamoDbOnly;
        _store = new Option<string>(name)
        {
            Description = $"{what}: {(dynamoDbOnly ? "" : "sqlite:PATH or ")}dynamodb:TABLE.",
            Required = true,
        };
        _store.Validators.Add(Check);
        _region = new Option<string?>($"--{prefix}region") { Description = "Region of the DynamoDB table, such as eu-west-2. [default: that of the environment or profile]" };
        _endpoint = new Option<Uri?>($"--{prefix}endpoint") { Description = "Address of a DynamoDB that is not Amazon's, such as http://127.0.0.1:8000.", CustomParser = Address };
    }

    public static StoreOptions Any(string what) => new("--store", "", what, dynamoDbOnly: false);

    public static StoreOptions DynamoDb(string what) => new("--store", "", what, dynamoDbOnly: true);

    /// <summary>One side of a copy.</summary>
    public static StoreOptions Side(string side, string what) => new($"--{side}", $"{side}-", what, dynamoDbOnly: false);

    public void AddTo(Command command)
    {
        command.Add(_store);
        command.Add(_region);
        command.Add(_endpoint);
    }

    public StoreAddress Of(ParseResult parsed) =>
        StoreAddress.Parse(parsed.GetRequiredValue(_store), parsed.GetValue(_region), parsed.GetValue(_endpoint))!;

    /// <summary>Of options that take DynamoDB alone.</summary>
    public DynamoDbAddress DynamoDbOf(ParseResult parsed) => (DynamoDbAddress)Of(parsed);

    private void Check(OptionResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var address = StoreAddress.Parse(text, null, null);
        if (address is null)
            result.AddError($"'{text}' names no store: write {(_dynamoDbOnly ? "" : "sqlite:PATH or ")}dynamodb:TABLE.");
        else if (_dynamoDbOnly && address is not DynamoDbAddress)
            result.AddError($"This is of DynamoDB only: '{text}' needs no such care, the platform makes its file by itself.");
    }

    private static Uri? Address(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
            return url;
        result.AddError($"'{text}' is not an http address, such as http://127.0.0.1:8000.");
        return null;
    }
}
