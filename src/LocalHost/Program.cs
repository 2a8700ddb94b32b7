namespace Nots.LocalHost; internal static class Program { private static void Main() { } }
