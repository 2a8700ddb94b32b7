using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class KilledProcessTest : IDisposable
{
    private const int Instances = 20;
    private const int Steps = 60;
    private const int Kills = 6;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-killed-");

    private string DiaryPath => Path.Combine(_folder.FullName, "diary");

    private string[] Diary => File.Exists(DiaryPath) ? File.ReadAllLines(DiaryPath) : [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_killed_process_goes_on_exactly_where_it_was()
    {
        var database = Path.Combine(_folder.FullName, "durable.db");
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var killed = KilledProcess.Start(database, DiaryPath, Instances, Steps);
            var enough = kill * Instances * Steps / (Kills + 2);
            await BackendHost.UntilAsync(() => Diary.Length >= enough || killed.HasEnded);
            killed.Kill();
        }

        using var last = KilledProcess.Start(database, DiaryPath, Instances, Steps);
        Assert.Equal("started\ndone\n", await last.OutputAsync());
        foreach (var instance in Diary.GroupBy(line => line.Split('/')[0]))
            AssertWalked([.. instance.Select(line => int.Parse(line.Split('/')[1], null))]);
        Assert.InRange(Diary.Length, Instances * Steps, Instances * (Steps + Kills));
    }

    [Fact]
    public async Task An_activity_that_kills_its_process_every_time_ends_as_a_failed_step()
    {
        var database = Path.Combine(_folder.FullName, "durable.db");
        var output = "";
        for (var run = 1; run <= 10 && !output.EndsWith("done\n", StringComparison.Ordinal); run++)
        {
            using var process = KilledProcess.Start(database, DiaryPath, instances: 1, steps: -1);
            output = await process.OutputAsync();
        }

        Assert.Equal("started\ndone\n", output);
        Assert.Equal(4, Diary.Length); // The first time, and the three starts after a crash that the process allows.
    }

    /// <summary>Every step is taken, in order; only the step that a kill interrupted may be taken again.</summary>
    private static void AssertWalked(int[] steps)
    {
        Assert.Equal(Enumerable.Range(1, Steps), steps.Distinct());
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 1));
    }
}
