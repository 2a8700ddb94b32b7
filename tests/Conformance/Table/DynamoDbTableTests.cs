namespace Nots.Conformance.Table;

public sealed class DynamoDbWriteTests() : WriteSuite(new DynamoDbTableFactory());

public sealed class DynamoDbTransactionTests() : TransactionSuite(new DynamoDbTableFactory());

public sealed class DynamoDbBatchTests() : BatchSuite(new DynamoDbTableFactory());

public sealed class DynamoDbQueryTests() : QuerySuite(new DynamoDbTableFactory());

public sealed class DynamoDbPagingTests() : PagingSuite(new DynamoDbTableFactory());

public sealed class DynamoDbIndexTests() : IndexSuite(new DynamoDbTableFactory());

public sealed class DynamoDbExpiryTests() : ExpirySuite(new DynamoDbTableFactory());

public sealed class DynamoDbLimitTests() : LimitSuite(new DynamoDbTableFactory());

public sealed class DynamoDbAccessPatternTests() : AccessPatternSuite(new DynamoDbTableFactory());
