using Microsoft.Data.Sqlite;

namespace Nots.Storage.Sqlite;

/// <summary>A statement prepared once; its parameters are set by position, in the order in which they were named.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in parameters)
            _command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        _command.Prepare();
    }

    public SqliteParameterCollection Parameters => _command.Parameters;

    public int Execute(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    public SqliteDataReader Query(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i];
    }
}
