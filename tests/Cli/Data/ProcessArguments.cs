using System.Diagnostics;

namespace Nots.Cli.Tests.Data;

internal static class ProcessArguments
{
    public static ProcessStartInfo With(this ProcessStartInfo start, IEnumerable<string> args)
    {
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        return start;
    }
}
