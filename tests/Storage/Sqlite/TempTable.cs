using System.Text;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;

namespace Nots.Storage.Tests.Sqlite;

/// <summary>A folder for one test's table, and items to put there.</summary>
internal sealed class TempTable : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-table-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "table.db");

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TableItem Item(string partition, string sort, long version = 1, string data = "{}") => new()
    {
        Key = new TableKey(partition, sort),
        EntityType = "Thing",
        Data = Encoding.UTF8.GetBytes(data),
        CreatedAt = 1,
        UpdatedAt = 2,
        Version = version,
    };

    public static TableWrite.Put New(string partition, string sort) => new(Item(partition, sort), TableCondition.NotExists);

    public Task<SqliteTable> OpenAsync(TimeProvider? time = null) => SqliteTable.OpenAsync(new SqliteTableOptions(Path), time ?? TimeProvider.System);

    public void Dispose() => _folder.Delete(recursive: true);
}
