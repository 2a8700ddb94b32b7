using Nots.Cli.Stores;
using Nots.Cli.Tests.Fakes;
using Nots.Storage.Table;

namespace Nots.Cli.Tests.Data;

public sealed class ExistingItemsTests(Emulator emulator) : DataTest(emulator)
{
    [Fact]
    public async Task A_table_with_items_is_refused_and_stays_as_it_is()
    {
        await ExportedAsync(Items.Item(1, version: 5));
        await Items.PutAsync(File("b.db"), Items.Item(2));

        Assert.Equal(ExitCode.Refused, await ImportAsync(File("one"), File("b.db")));

        Assert.Equal(Items.Item(2).Key, Assert.Single(await AllAsync(new SqliteAddress(File("b.db")))).Key);
    }

    [Fact]
    public async Task Without_a_terminal_merging_needs_yes()
    {
        await ExportedAsync(Items.Item(1, version: 5));
        await Items.PutAsync(File("b.db"), Items.Item(1, version: 4));

        Assert.Equal(ExitCode.Refused, await ImportAsync(File("one"), File("b.db"), "--merge"));

        Assert.Equal(4, (await Items.GetAsync(File("b.db"), Items.Item(1).Key))!.Version);
    }

    [Fact]
    public async Task Merging_keeps_the_newer_of_two()
    {
        await ExportedAsync(Items.Item(1, version: 5), Items.Item(2, version: 5), Items.Item(3, version: 5), Items.Item(4, version: 5));
        await Items.PutAsync(File("b.db"), Items.Item(1, version: 4), Items.Item(2, version: 6), Items.Item(3, version: 5), Items.Item(9));

        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), File("b.db"), "--merge", "--yes"));

        Assert.Equal([5, 6, 5, 5, 1], await VersionsAsync(1, 2, 3, 4, 9));
    }

    [Fact]
    public async Task Overwriting_brings_the_older_back()
    {
        await ExportedAsync(Items.Item(1, version: 5), Items.Item(2, version: 5));
        await Items.PutAsync(File("b.db"), Items.Item(1, version: 4), Items.Item(2, version: 6));

        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), File("b.db"), "--overwrite", "--yes"));

        Assert.Equal([5, 5], await VersionsAsync(1, 2));
    }

    [Fact]
    public async Task Of_the_same_version_and_time_but_different_content_the_tables_stays_and_is_told()
    {
        await ExportedAsync(Items.Item(1, version: 5));
        await Items.PutAsync(File("b.db"), Items.Item(1, version: 5, bytes: 10));

        Assert.Equal(ExitCode.NotAsExpected, await ImportAsync(File("one"), File("b.db"), "--merge", "--yes"));
    }

    [Fact]
    public async Task Merging_into_DynamoDB_keeps_the_newer_of_two()
    {
        var table = await Emulator.NewTableAsync();
        await ExportedAsync(Items.Item(1, version: 5), Items.Item(2, version: 7));
        Assert.Equal(ExitCode.Ok, await ImportAsync(File("one"), table));
        await Items.PutAsync(File("c.db"), Items.Item(1, version: 6), Items.Item(2, version: 6));
        Assert.Equal(ExitCode.Ok, await ExportAsync(File("c.db"), File("two")));

        Assert.Equal(ExitCode.Ok, await ImportAsync(File("two"), table, "--merge", "--yes"));

        Assert.Equal([6, 7], (await AllAsync(table)).Select(item => item.Version));
    }

    [Fact]
    public async Task Merging_and_overwriting_exclude_each_other() =>
        Assert.Equal(ExitCode.Usage, await ImportAsync(File("one"), File("b.db"), "--merge", "--overwrite", "--yes"));

    [Fact]
    public async Task A_file_that_another_process_has_open_is_exported_but_not_filled()
    {
        await ExportedAsync(Items.Item(1));
        await using var open = await Storage.Sqlite.SqliteTable.OpenAsync(new Storage.Sqlite.SqliteTableOptions(File("a.db")), TimeProvider.System);

        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("two")));
        Assert.Equal(ExitCode.Refused, await ImportAsync(File("one"), File("a.db"), "--merge", "--yes"));
    }

    private async Task ExportedAsync(params TableItem[] items)
    {
        await Items.PutAsync(File("a.db"), items);
        Assert.Equal(ExitCode.Ok, await ExportAsync(File("a.db"), File("one")));
    }

    private async Task<List<long>> VersionsAsync(params int[] numbers)
    {
        var versions = new List<long>();
        foreach (var number in numbers)
            versions.Add((await Items.GetAsync(File("b.db"), Items.Item(number).Key))!.Version);
        return versions;
    }
}
