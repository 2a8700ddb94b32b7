using Nots.DynamoDbLocal;

return await Guard.RunAsync(args);
