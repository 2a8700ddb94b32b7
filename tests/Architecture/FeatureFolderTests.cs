namespace Nots.Architecture.Tests;

/// <summary>
/// The features of a room use one another in one direction, so that each can be read, tested and changed with what is below it. A
/// feature is a folder: a namespace one level below that of its room. Types directly in the room's namespace wire it together and
/// are left out.
/// </summary>
public sealed class FeatureFolderTests
{
    public static TheoryData<string> Rooms => [.. Repository.Assemblies.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_circles_between_feature_folders(string room)
    {
        using var module = Instructions.Read(Repository.Room(room));
        var cycle = FeatureGraph.Read(module).FindCycle();
        Assert.True(cycle is null, $"The features of {room} form a circle:{Environment.NewLine}{cycle}");
    }

    [Fact]
    public void A_circle_is_found_and_named()
    {
        using var module = Instructions.Read(typeof(FeatureFolderTests).Assembly);

        var cycle = FeatureGraph.Read(module, "Nots.Architecture.Tests.Circle").FindCycle();

        Assert.Equal(
            "One -> Two (Nots.Architecture.Tests.Circle.One.First uses Nots.Architecture.Tests.Circle.Two.Second)" + Environment.NewLine
            + "Two -> One (Nots.Architecture.Tests.Circle.Two.Second uses Nots.Architecture.Tests.Circle.One.First)",
            cycle);
    }
}
