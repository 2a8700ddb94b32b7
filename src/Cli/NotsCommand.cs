using System.CommandLine;
using Nots.Cli.Backups;
using Nots.Cli.Data;
using Nots.Cli.Demo;
using Nots.Cli.Stores;
using Nots.Cli.Tables;
using Nots.Client;
using Nots.Journeys;
using Spectre.Console;

namespace Nots.Cli;

/// <summary>The tool's commands, and what becomes of the faults that none of them handles.</summary>
internal static class NotsCommand
{
    public static RootCommand Build() => new(
        "nots, the operations tool of the NOTS platform. Exit codes: 0 all well, 1 something is not as expected, 2 wrong usage, 3 the platform or DynamoDB does not answer, 4 refused and nothing done, 130 stopped.")
    {
        DemoCommand.Build(),
        TableCommand.Build(),
        DataCommand.Build(),
        BackupCommand.Build(),
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // Long enough to stop a platform that the demo started.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
            });
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (JourneyFileException fault)
        {
            return Tell(fault.Message, ExitCode.Usage);
        }
        catch (UnreachableHostException fault)
        {
            return Tell(fault.Message, ExitCode.Unreachable);
        }
        catch (Exception fault) when (fault is NotsException or RefusedException)
        {
            return Tell($"This is no platform that the command can work with: {fault.Message}", ExitCode.Unreachable);
        }
        catch (CommandFailedException fault)
        {
            return Tell(fault.Message, fault.ExitCode);
        }
        catch (Exception fault) when (StoreFaults.Explain(fault) is { } explained)
        {
            return Tell(explained.Sentence, explained.ExitCode);
        }
        catch (OperationCanceledException)
        {
            return Tell("Stopped.", ExitCode.Interrupted);
        }
    }

    private static int Tell(string sentence, int code)
    {
        // In a file a sentence is one line, however long.
        if (Console.IsErrorRedirected)
            Console.Error.WriteLine(sentence);
        else
            Screen.Error().MarkupLineInterpolated($"[red]{sentence}[/]");
        return code;
    }
}
