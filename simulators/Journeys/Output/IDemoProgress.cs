
namespace Nots.Journeys.Output;

/// <summary>Hears how the journeys go, from several of them at a time.</summary>
public interface IDemoProgress
{
    /// <summary>A journey has come to a step.</summary>
    void At(JourneyRow row, string step);

    /// <summary>A journey is over.</summary>
    void Ended(RowResult result);
}
