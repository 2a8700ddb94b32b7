namespace Nots.Cli; internal static class Program { private static void Main() { } }
