using Nots.Architecture.Tests.Circle.Two;

namespace Nots.Architecture.Tests.Circle.One;

/// <summary>Uses what uses it: a circle for the test to find.</summary>
internal sealed record First(Second? Next);
