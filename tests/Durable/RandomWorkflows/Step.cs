using System.Text.Json.Serialization;

namespace Nots.Durable.Tests.RandomWorkflows;

/// <summary>A part of a random workflow; each gives a text. Ids are unique within a workflow.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(Work), "work")]
[JsonDerivedType(typeof(Wait), "wait")]
[JsonDerivedType(typeof(Sleep), "sleep")]
[JsonDerivedType(typeof(InOrder), "inOrder")]
[JsonDerivedType(typeof(AtOnce), "atOnce")]
[JsonDerivedType(typeof(Child), "child")]
[JsonDerivedType(typeof(Race), "race")]
internal abstract record Step(int Id);

/// <summary>An activity that fails a number of times first; more than twice is for good.</summary>
internal sealed record Work(int Id, int Failures) : Step(Id);

/// <summary>An external event of its own.</summary>
internal sealed record Wait(int Id) : Step(Id);

internal sealed record Sleep(int Id, int Minutes) : Step(Id);

internal sealed record InOrder(int Id, IReadOnlyList<Step> Steps) : Step(Id);

internal sealed record AtOnce(int Id, IReadOnlyList<Step> Steps) : Step(Id);

/// <summary>A step in a sub-orchestration.</summary>
internal sealed record Child(int Id, Step Step) : Step(Id);

/// <summary>A step against a far-off timer, which loses and is cancelled.</summary>
internal sealed record Race(int Id, Step Step) : Step(Id);
