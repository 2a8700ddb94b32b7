/// <summary>What a declaration does when it is called, which only a mistake in the build can bring about.</summary>
internal static class NoBehaviour
{
    public static NotSupportedException Exception =>
        new("This was built against declarations of the Functions SDK, not against its packages, and cannot run: see build/functions-sdk.");
}
