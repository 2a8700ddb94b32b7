using System.IO.Compression;
using System.Text.Json.Nodes;
using Nots.Cli.Tests.Fakes;

namespace Nots.Cli.Tests.Data;

/// <summary>Each way in which an export can be damaged ends with 4, and no target is made.</summary>
public sealed class DamagedExportTests(Emulator emulator) : DataTest(emulator)
{
    private string Segment => File("one/segment-00001.jsonl.gz");

    private string Manifest => File("one/manifest.json");

    [Fact]
    public Task A_truncated_file_is_refused() => RefusedAsync(async () =>
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(Segment, Cancelled);
        await System.IO.File.WriteAllBytesAsync(Segment, bytes[..(bytes.Length / 2)], Cancelled);
    });

    [Fact]
    public Task A_changed_byte_is_refused() => RefusedAsync(async () =>
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(Segment, Cancelled);
        bytes[bytes.Length / 2] ^= 1;
        await System.IO.File.WriteAllBytesAsync(Segment, bytes, Cancelled);
    });

    [Fact]
    public Task A_changed_amount_is_refused() => RefusedAsync(() => RewriteAsync(text => text.Replace("\"Version\":{\"N\":\"1\"}", "\"Version\":{\"N\":\"2\"}", StringComparison.Ordinal)));

    [Fact]
    public Task A_line_twice_is_refused() => RefusedAsync(() => RewriteAsync(text => text + text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)]));

    [Fact]
    public Task A_line_less_is_refused() => RefusedAsync(() => RewriteAsync(text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]));

    [Fact]
    public Task A_line_without_its_end_is_refused() => RefusedAsync(() => RewriteAsync(text => text[..^1]));

    [Fact]
    public Task A_line_that_is_no_item_is_refused() => RefusedAsync(() => RewriteAsync(text => text + "{}\n"));

    [Fact]
    public Task A_file_that_is_no_gzip_is_refused() => RefusedAsync(() => System.IO.File.WriteAllTextAsync(Segment, "not gzip", Cancelled));

    [Fact]
    public Task A_missing_file_is_refused() => RefusedAsync(() =>
    {
        System.IO.File.Delete(Segment);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Files_in_each_others_place_are_refused() => RefusedAsync(() =>
    {
        System.IO.File.Move(Segment, File("one/x"));
        System.IO.File.Move(File("one/segment-00002.jsonl.gz"), Segment);
        System.IO.File.Move(File("one/x"), File("one/segment-00002.jsonl.gz"));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData("items", "7")]
    [InlineData("checksum", "\"0\"")]
    [InlineData("checksum", "null")]
    [InlineData("segments", "[]")]
    [InlineData("segments", "[null]")]
    [InlineData("format", "\"nots-export-9\"")]
    public Task A_changed_manifest_is_refused(string name, string value) => RefusedAsync(async () =>
    {
        var manifest = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(Manifest, Cancelled))!;
        manifest[name] = JsonNode.Parse(value);
        await System.IO.File.WriteAllTextAsync(Manifest, manifest.ToJsonString(), Cancelled);
    });

    [Fact]
    public Task A_manifest_that_is_no_JSON_is_refused() => RefusedAsync(() => System.IO.File.WriteAllTextAsync(Manifest, "{", Cancelled));

    [Fact]
    public Task An_export_that_is_not_complete_is_refused() => RefusedAsync(() =>
    {
        System.IO.File.Move(Manifest, File("one/export.json"));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_complete_export_is_not_written_over()
    {
        await ExportedAsync();
        var before = await System.IO.File.ReadAllBytesAsync(Manifest, Cancelled);

        Assert.Equal(ExitCode.Refused, await ExportAsync(File("a.db"), File("one")));

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(Manifest, Cancelled));
    }

    [Fact]
    public async Task A_folder_with_other_things_is_refused()
    {
        await Items.PutAsync(File("a.db"), Items.Item(1));
        Directory.CreateDirectory(File("photos"));
        await System.IO.File.WriteAllTextAsync(File("photos/cat.jpg"), "cat", Cancelled);

        Assert.Equal(ExitCode.Refused, await ExportAsync(File("a.db"), File("photos")));

        Assert.Equal([File("photos/cat.jpg")], Directory.EnumerateFileSystemEntries(File("photos")));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_ends_with_2() => Assert.Equal(ExitCode.Usage, await ImportAsync(File("none"), File("b.db")));

    private async Task ExportedAsync()
    {
        await Items.PutAsync(File("a.db"), Enumerable.Range(0, 100).Select(number => Items.Item(number)));
        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("one")));
    }

    private async Task RefusedAsync(Func<Task> damage)
    {
        await ExportedAsync();
        await damage();
        var table = await Emulator.NewTableAsync();

        Assert.Equal(ExitCode.Refused, await ImportAsync(File("one"), File("b.db")));
        Assert.Equal(ExitCode.Refused, await ImportAsync(File("one"), table));

        Assert.False(System.IO.File.Exists(File("b.db")));
        Assert.Equal(0, await Emulator.CountAsync(table));
    }

    private async Task RewriteAsync(Func<string, string> change)
    {
        string text;
        await using (var gzip = new GZipStream(System.IO.File.OpenRead(Segment), CompressionMode.Decompress))
        using (var reader = new StreamReader(gzip))
            text = await reader.ReadToEndAsync(Cancelled);
        await using var output = new GZipStream(System.IO.File.Create(Segment), CompressionLevel.Fastest);
        await using var writer = new StreamWriter(output);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        await writer.WriteAsync(changed);
    }
}
