using Nots.Cli.Data;
using Nots.Cli.Stores;
using Nots.Cli.Tests.Fakes;

namespace Nots.Cli.Tests.Data;

public sealed class RoundTripTests(Emulator emulator) : DataTest(emulator)
{
    [Fact]
    public async Task From_SQLite_to_DynamoDB_and_back_every_item_is_the_same()
    {
        await Items.PutAsync(File("a.db"), Enumerable.Range(0, 700).Select(number => Items.Item(number, version: number + 1)));
        var table = await Emulator.NewTableAsync();

        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("one")));
        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), table));
        Assert.Equal(ExitCode.Ok, await NotsAsync(["data", "export", .. Emulator.Options(table), "--to", File("two")]));
        Assert.Equal(ExitCode.Ok, await ImportAsync(File("two"), File("b.db")));

        var before = await AllAsync(new SqliteAddress(File("a.db")));
        Assert.Equal(700, before.Count);
        Items.AssertSame(before, await AllAsync(table));
        Items.AssertSame(before, await AllAsync(new SqliteAddress(File("b.db"))));
    }

    [Fact]
    public async Task What_only_DynamoDB_holds_goes_from_one_table_of_it_to_another()
    {
        var (from, to) = (await Emulator.NewTableAsync(), await Emulator.NewTableAsync());
        await Emulator.Client.PutItemAsync(from.Table, Items.OfEveryKind("BOOKING#1"), Cancelled);

        Assert.Equal(ExitCode.Ok, await NotsAsync(["data", "export", .. Emulator.Options(from), "--to", File("one")]));
        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), to));

        var item = (await Emulator.Client.GetItemAsync(to.Table, new() { ["PK"] = new() { S = "BOOKING#1" }, ["SK"] = new() { S = "METADATA" } }, Cancelled)).Item;
        Assert.Equal([0, 255, 10, 13], item["Data"].M["bytes"].B.ToArray());
        Assert.Equal("kept", item["Theirs"].S);
        Items.AssertSame(await AllAsync(from), await AllAsync(to));
    }

    [Fact]
    public async Task What_only_DynamoDB_holds_is_refused_for_SQLite_before_a_file_is_made()
    {
        var from = await Emulator.NewTableAsync();
        await Emulator.Client.PutItemAsync(from.Table, Items.OfEveryKind("BOOKING#1"), Cancelled);
        Assert.Equal(ExitCode.Ok, await NotsAsync(["data", "export", .. Emulator.Options(from), "--to", File("one")]));

        Assert.Equal(ExitCode.Refused, await ImportAsync(File("one"), File("b.db")));
        Assert.Equal(ExitCode.Refused, await NotsAsync(["data", "copy", .. Emulator.Options(from, "--from", "--from-endpoint"), "--to", $"sqlite:{File("c.db")}"]));

        Assert.False(System.IO.File.Exists(File("b.db")));
        Assert.Empty(System.IO.File.Exists(File("c.db")) ? await AllAsync(new SqliteAddress(File("c.db"))) : []);
    }

    [Fact]
    public async Task A_copy_needs_no_files()
    {
        await Items.PutAsync(File("a.db"), Enumerable.Range(0, 300).Select(number => Items.Item(number)));
        var table = await Emulator.NewTableAsync();

        Assert.Equal(ExitCode.Ok, await NotsAsync(["data", "copy", "--from", $"sqlite:{File("a.db")}", .. Emulator.Options(table, "--to", "--to-endpoint")]));
        Assert.Equal(ExitCode.Ok, await NotsAsync(["data", "copy", .. Emulator.Options(table, "--from", "--from-endpoint"), "--to", $"sqlite:{File("b.db")}"]));

        Items.AssertSame(await AllAsync(new SqliteAddress(File("a.db"))), await AllAsync(new SqliteAddress(File("b.db"))));
    }

    [Fact]
    public async Task A_script_gets_counts_and_checksums_as_JSON()
    {
        await Items.PutAsync(File("a.db"), Enumerable.Range(0, 20).Select(number => Items.Item(number)));
        var (exported, imported) = (new Said(json: true), new Said(json: true));
        var stores = new OpenStores(TimeProvider.System);

        await ExportCommand.RunAsync(stores, new SqliteAddress(File("a.db")), File("one"), 4, 2, exported.Output, TimeProvider.System, Cancelled);
        await new Importer(stores, new SqliteAddress(File("b.db")), 2, imported.Output, TimeProvider.System).RunAsync(File("one"), Existing.Refuse, yes: false, Cancelled);

        var (manifest, report) = (exported.Document.GetProperty("manifest"), imported.Document);
        Assert.Equal((20, 20, 20), (manifest.GetProperty("items").GetInt32(), report.GetProperty("written").GetInt32(), report.GetProperty("target").GetProperty("same").GetInt32()));
        Assert.True(report.GetProperty("verified").GetBoolean());
        Assert.Equal(manifest.GetProperty("checksum").GetString(), report.GetProperty("target").GetProperty("checksum").GetString());
    }

    [Fact]
    public async Task An_export_is_for_its_owners_eyes_only()
    {
        await Items.PutAsync(File("a.db"), Items.Item(1));
        Directory.CreateDirectory(File("one"));

        await ExportAsync(File("a.db"), File("one"));

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File("one/segment-00000.jsonl.gz")));
    }

    [Fact]
    public async Task A_store_is_not_copied_to_itself() => Assert.Equal(
        ExitCode.Usage, await NotsAsync("data", "copy", "--from", $"sqlite:{File("a.db")}", "--to", $"sqlite:{File(".")}/a.db"));

    [Fact]
    public async Task Expired_items_are_left_out()
    {
        await Items.PutAsync(File("a.db"), Items.Item(1), Items.Item(2) with { TimeToLive = 1000 });

        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("one")));
        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), File("b.db")));

        Assert.Equal(Items.Item(1).Key, Assert.Single(await AllAsync(new SqliteAddress(File("b.db")))).Key);
    }

    [Fact]
    public async Task An_empty_table_makes_an_empty_export()
    {
        await Items.PutAsync(File("a.db"));

        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("one")));
        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), File("b.db")));
    }

    [Fact]
    public async Task A_table_that_is_not_there_ends_with_4()
    {
        Assert.Equal(ExitCode.Refused, await ExportAsync(File("none.db"), File("one")));
        Assert.Equal(ExitCode.Refused, await NotsAsync(["data", "export", .. Emulator.Options(Emulator.Address("not-there")), "--to", File("two")]));
    }

    [Fact]
    public async Task Items_of_DynamoDB_that_lack_a_version_are_carried_too()
    {
        var (from, to) = (await Emulator.NewTableAsync(), await Emulator.NewTableAsync());
        await Emulator.Client.PutItemAsync(from.Table, new() { ["PK"] = new() { S = "P" }, ["SK"] = new() { S = "1" }, ["x"] = new() { N = "1" } }, Cancelled);

        Assert.Equal(ExitCode.Ok, await NotsAsync(["data", "copy", .. Emulator.Options(from, "--from", "--from-endpoint"), .. Emulator.Options(to, "--to", "--to-endpoint")]));

        Items.AssertSame(await AllAsync(from), await AllAsync(to));
    }
}
