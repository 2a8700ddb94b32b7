using CsCheck;

namespace Nots.Durable.Tests.RandomWorkflows;

/// <summary>Random workflows, a few steps deep.</summary>
internal static class Generator
{
    public static Gen<Workflow> Workflow { get; } =
        StepOf(depth: 3).List[1, 3].Select(stages => new Workflow(Number(stages)));

    private static Gen<Step> StepOf(int depth) => depth == 0
        ? Leaf()
        : Gen.Frequency(
            (3, Leaf()),
            (2, StepOf(depth - 1).List[1, 3].Select(Step (steps) => new InOrder(0, steps))),
            (2, StepOf(depth - 1).List[1, 3].Select(Step (steps) => new AtOnce(0, steps))),
            (1, StepOf(depth - 1).Select(Step (step) => new Child(0, step))),
            (1, StepOf(depth - 1).Select(Step (step) => new Race(0, step))));

    private static Gen<Step> Leaf() => Gen.Frequency(
        (4, Gen.Frequency((6, Gen.Const(0)), (2, Gen.Int[1, 2]), (1, Gen.Const(3))).Select(Step (failures) => new Work(0, failures))),
        (2, Gen.Const<Step>(new Wait(0))),
        (2, Gen.Int[0, 30].Select(Step (minutes) => new Sleep(0, minutes))));

    private static List<Step> Number(List<Step> stages)
    {
        var last = 0;
        return [.. stages.Select(Number)];

        Step Number(Step step) => step switch
        {
            InOrder order => new InOrder(++last, [.. order.Steps.Select(Number)]),
            AtOnce once => new AtOnce(++last, [.. once.Steps.Select(Number)]),
            Child child => new Child(++last, Number(child.Step)),
            Race race => new Race(++last, Number(race.Step)),
            _ => step with { Id = ++last },
        };
    }
}
