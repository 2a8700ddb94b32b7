using Nots.Cli.Journeys;

namespace Nots.Cli.Demo.Output;

/// <summary>Hears how the journeys go, from several of them at a time.</summary>
internal interface IDemoProgress
{
    /// <summary>A journey has come to a step.</summary>
    void At(JourneyRow row, string step);

    /// <summary>A journey is over.</summary>
    void Ended(RowResult result);
}
