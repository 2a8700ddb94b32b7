using Nots.Architecture.Tests.Circle.One;

namespace Nots.Architecture.Tests.Circle.Two;

/// <summary>Uses what uses it.</summary>
internal sealed record Second(First? Next);
