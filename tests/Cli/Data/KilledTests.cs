using System.Diagnostics;
using Nots.Cli.Stores;
using Nots.Cli.Tests.Fakes;

namespace Nots.Cli.Tests.Data;

/// <summary>The tool as a process of its own, killed in the middle of its work.</summary>
public sealed class KilledTests(Emulator emulator) : DataTest(emulator)
{
    private const int ItemCount = 3000;
    private const int ItemBytes = 8000;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    [Fact]
    public async Task An_export_goes_on_where_it_was()
    {
        await FillAsync();
        await KillAsync(
            () => Directory.Exists(File("one")) && Directory.EnumerateFiles(File("one"), "*.checkpoint.json").Any(),
            "data", "export", "--store", $"sqlite:{File("a.db")}", "--to", File("one"), "--segments", "4", "--parallel", "2");
        Assert.True(System.IO.File.Exists(File("one/export.json")));
        Assert.False(System.IO.File.Exists(File("one/manifest.json")));
        Assert.Equal(ExitCode.Refused, await ImportAsync(File("one"), File("b.db")));

        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("one")));
        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), File("b.db")));

        Items.AssertSame(await AllAsync(new SqliteAddress(File("a.db"))), await AllAsync(new SqliteAddress(File("b.db"))));
        Assert.Empty(Directory.EnumerateFiles(File("one"), "*.part").Concat(Directory.EnumerateFiles(File("one"), "*.checkpoint.json")));
    }

    [Fact]
    public async Task An_import_goes_on_where_it_was()
    {
        await FillAsync();
        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("one")));
        var table = await Emulator.NewTableAsync();
        await KillAsync(
            () => Emulator.CountAsync(table).GetAwaiter().GetResult() > 20,
            ["data", "import", "--from", File("one"), .. Emulator.Options(table)]);
        Assert.InRange((await AllAsync(table)).Count, 21, ItemCount - 1);

        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), table));

        Items.AssertSame(await AllAsync(new SqliteAddress(File("a.db"))), await AllAsync(table));
        // It is over: another one would meet a table with items.
        Assert.Equal(ExitCode.Refused, await ImportAsync(File("one"), table));
    }

    [Fact]
    public async Task An_export_that_was_killed_before_its_first_note_begins_anew()
    {
        await Items.PutAsync(File("a.db"), Items.Item(1));
        Directory.CreateDirectory(File("one"));
        await System.IO.File.WriteAllTextAsync(File("one/export.json.new"), "{", Cancelled);

        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("one")));

        Assert.False(System.IO.File.Exists(File("one/export.json.new")));
    }

    [Fact]
    public async Task What_somebody_changed_between_the_two_parts_of_an_import_is_kept()
    {
        await Items.PutAsync(File("a.db"), Enumerable.Range(0, 300).Select(number => Items.Item(number)));
        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("one")));
        var changed = Items.Item(7, version: 2);
        await Items.PutAsync(File("b.db"), Items.Item(1), changed);
        // What a kill leaves: the note of an import that was begun.
        var note = $$"""{"target":"sqlite:{{File("b.db")}}","checksum":"{{Checksum()}}","startedAt":1}""";
        using (var folder = Cli.Data.ExportFolder.TakeForImport(File("one")))
            await System.IO.File.WriteAllTextAsync(folder.ImportFile(new SqliteAddress(File("b.db"))), note, Cancelled);

        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), File("b.db")));

        Assert.Equal(2, (await Items.GetAsync(File("b.db"), changed.Key))!.Version);
        Assert.Equal(300, (await AllAsync(new SqliteAddress(File("b.db")))).Count);
    }

    private string Checksum() =>
        System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText(File("one/manifest.json"))).RootElement.GetProperty("checksum").GetString()!;

    private Task FillAsync() => Items.PutAsync(File("a.db"), Enumerable.Range(0, ItemCount).Select(number => Items.Item(number, bytes: ItemBytes)));

    private static async Task KillAsync(Func<bool> isUnderWay, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "nots.dll") },
        }.With(args))!;
        var started = Stopwatch.GetTimestamp();
        while (!isUnderWay())
        {
            if (process.HasExited)
                Assert.Fail($"It ended by itself: {await process.StandardOutput.ReadToEndAsync(Cancelled)} {await process.StandardError.ReadToEndAsync(Cancelled)}");
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "It does not begin.");
            await Task.Delay(BetweenLooks, Cancelled);
        }

        process.Kill();
        await process.WaitForExitAsync(Cancelled);
    }
}
