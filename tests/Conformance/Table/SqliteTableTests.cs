namespace Nots.Conformance.Table;

public sealed class SqliteWriteTests() : WriteSuite(new SqliteTableFactory());

public sealed class SqliteTransactionTests() : TransactionSuite(new SqliteTableFactory());

public sealed class SqliteBatchTests() : BatchSuite(new SqliteTableFactory());

public sealed class SqliteQueryTests() : QuerySuite(new SqliteTableFactory());

public sealed class SqlitePagingTests() : PagingSuite(new SqliteTableFactory());

public sealed class SqliteIndexTests() : IndexSuite(new SqliteTableFactory());

public sealed class SqliteExpiryTests() : ExpirySuite(new SqliteTableFactory());

public sealed class SqliteLimitTests() : LimitSuite(new SqliteTableFactory());

public sealed class SqliteAccessPatternTests() : AccessPatternSuite(new SqliteTableFactory());
