using Nots.Domain.Common;

namespace Nots.Api.Json;

/// <summary>A text that is one of an enum's names, for the documentation.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireNamesAttribute<T> : Attribute, IWireNames
    where T : struct, Enum
{
    public IReadOnlyCollection<string> Names => Wire.All<T>();
}
