namespace Nots.Infra.Tests;

/// <summary>What a tool found.</summary>
internal sealed record Finding(int ExitCode, string Output, string Faults)
{
    /// <summary>Nothing is wrong: neither an error nor a warning.</summary>
    public void IsClean() => Assert.True(ExitCode == 0 && Faults.Trim().Length == 0, $"Exit code {ExitCode}\n{Output}\n{Faults}");
}
