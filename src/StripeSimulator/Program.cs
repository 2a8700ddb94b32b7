namespace Nots.StripeSimulator; internal static class Program { private static void Main() { } }
