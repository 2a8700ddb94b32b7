namespace Nots.Cli.Wire;

/// <summary>A journey's steps as they are written.</summary>
internal static class Progress
{
    public const string EnRoute = "en_route";
    public const string Arrived = "arrived";
    public const string Onboard = "onboard";
    public const string Completed = "completed";
    public const string NoShow = "no_show";
}
