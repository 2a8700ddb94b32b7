using System.ComponentModel.DataAnnotations;
using Nots.Domain.Common;

namespace Nots.Application.Common;

/// <summary>A string that must be one of an enum's names on the wire.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WireNamesAttribute<T>() : AllowedValuesAttribute([.. Wire.All<T>()])
    where T : struct, Enum;
