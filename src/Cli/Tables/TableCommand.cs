using System.CommandLine;
using System.CommandLine.Parsing;
using Nots.Cli.Output;
using Nots.Cli.Stores;

namespace Nots.Cli.Tables;

/// <summary><c>nots table</c>: the table of the design, on DynamoDB.</summary>
internal static class TableCommand
{
    public static Command Build() => new("table", "Makes the table on DynamoDB, and compares it with the design.")
    {
        TableCreateCommand.Build(),
        TableVerifyCommand.Build(),
        TableFillCommand.Build(),
        AddIndexCommand.Build(),
    };

    /// <summary>How long DynamoDB is waited for.</summary>
    public static Option<int> Timeout(int usual)
    {
        var option = new Option<int>("--timeout") { Description = "How long DynamoDB is waited for, minutes, 1 to 1440.", DefaultValueFactory = _ => usual };
        option.Validators.Add(Check);
        return option;
    }

    /// <summary>A client for the command, and what it is spoken to with.</summary>
    public static TableAdmin Open(DynamoDbAddress store, CommandOutput output) =>
        new(new OpenStores(TimeProvider.System).Client(store), output, TimeProvider.System);

    private static void Check(OptionResult result)
    {
        if (!result.Errors.Any() && result.GetValueOrDefault<int>() is < 1 or > 1440)
            result.AddError("--timeout must be from 1 to 1440.");
    }
}
