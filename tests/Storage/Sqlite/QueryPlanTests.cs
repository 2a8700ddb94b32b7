using Nots.Storage.Sqlite;
using Nots.Storage.Table;

namespace Nots.Storage.Tests.Sqlite;

public sealed class QueryPlanTests : IDisposable
{
    private readonly TempTable _file = new();

    public void Dispose() => _file.Dispose();

    /// <summary>Neither a walk over the table nor a sort; and a page deep in a list costs as much as the first.</summary>
    [Fact]
    public void Every_query_seeks_in_its_index_by_partition_and_bounds()
    {
        using var connection = new ConnectionFactory(_file.Path).OpenWriter();
        foreach (var shape in Shapes())
        {
            using var explain = connection.CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + shape.Sql();
            foreach (var name in QueryShape.ParameterNames)
                explain.Parameters.AddWithValue(name, DBNull.Value);
            using var rows = explain.ExecuteReader();
            var plan = new List<string>();
            while (rows.Read())
                plan.Add(rows.GetString(3));

            var step = Assert.Single(plan);
            Assert.StartsWith("SEARCH items USING ", step, StringComparison.Ordinal);
            Assert.EndsWith(Bounds(shape), step, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<QueryShape> Shapes() =>
        from index in Enum.GetValues<TableIndex>()
        from backwards in (bool[])[false, true]
        from lower in (bool[])[false, true]
        from upper in (bool[])[false, true]
        from after in (bool[])[false, true]
        where !after || !(backwards ? upper : lower)
        select new QueryShape(index, backwards, lower, upper, after);

    private static string Bounds(QueryShape shape)
    {
        var (partition, sort) = shape.Index == TableIndex.Primary ? ("pk", "sk") : ($"gsi{(int)shape.Index}pk", $"gsi{(int)shape.Index}sk");
        var position = shape.Index == TableIndex.Primary ? "sk" : $"({sort},pk,sk)";
        var from = shape.After && !shape.Descending ? $" AND {position}>{Question(shape)}" : shape.Lower ? $" AND {sort}>?" : "";
        var to = shape.After && shape.Descending ? $" AND {position}<{Question(shape)}" : shape.Upper ? $" AND {sort}<?" : "";
        return $"({partition}=?{from}{to})";
    }

    private static string Question(QueryShape shape) => shape.Index == TableIndex.Primary ? "?" : "(?,?,?)";
}
