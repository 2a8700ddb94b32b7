namespace Nots.Conformance.Table;

public sealed class SqliteWriteTests() : WriteSuite(new SqliteTableFactory());
