using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nots.Journeys;

/// <summary>Reads a file of journeys and checks it, so that a slip in it is not taken for a fault of the platform.</summary>
public static class JourneyFile
{
    private const string DefaultPath = "simulators/Journeys/journeys.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <exception cref="JourneyFileException">It is not there, is no such file, or has faults.</exception>
    public static IReadOnlyList<JourneyRow> Load(string? path)
    {
        var file = path ?? Repository.Find(DefaultPath)
            ?? throw new JourneyFileException($"There is no {DefaultPath} here or above; name the file with --journeys.");
        if (!File.Exists(file))
            throw new JourneyFileException($"There is no file {file}; name another with --journeys.");
        return Parse(File.ReadAllText(file), file);
    }

    public static IReadOnlyList<JourneyRow> Parse(string json, string name)
    {
        IReadOnlyList<JourneyRow> rows;
        try
        {
            rows = JsonSerializer.Deserialize<JourneyRow[]>(json, Options) ?? [];
        }
        catch (JsonException fault)
        {
            throw new JourneyFileException($"{name} cannot be read: {fault.Message}");
        }
        var faults = Faults(rows).ToList();
        return faults.Count == 0 ? rows : throw new JourneyFileException($"{name} has faults:\n- {string.Join("\n- ", faults)}");
    }

    private static IEnumerable<string> Faults(IReadOnlyList<JourneyRow> rows)
    {
        if (rows.Count == 0)
            yield return "There are no journeys in it.";
        foreach (var id in rows.GroupBy(row => row.Id).Where(group => group.Count() > 1).Select(group => group.Key))
            yield return $"{id}: the id is used more than once.";
        foreach (var row in rows)
        {
            foreach (var fault in Faults(row))
                yield return $"{row.Id}: {fault}";
        }
    }

    private static IEnumerable<string> Faults(JourneyRow row)
    {
        if (row.PickupIn < TimeSpan.Zero)
            yield return "pickupIn is in the past.";
        if ((row.JourneyType == "return") != (row.ReturnAfter > TimeSpan.Zero))
            yield return "returnAfter goes with journeyType return, and is more than zero.";
        if ((row.JourneyType == "hourly") != row.Hours.HasValue)
            yield return "hours goes with journeyType hourly.";
        if ((row.PaymentMethod == "card") == string.IsNullOrEmpty(row.Card) && row.Scenario != Scenario.PaymentTimeout)
            yield return "card goes with paymentMethod card.";
        if (row.PaymentMethod != "card" && NeedsCard(row.Scenario))
            yield return "its scenario needs paymentMethod card.";
        if (row.Expected.RefundedPercent is < 0 or > 100)
            yield return "expected.refundedPercent is from 0 to 100.";
    }

    private static bool NeedsCard(Scenario scenario) =>
        scenario is Scenario.Declined or Scenario.DeclinedThenPaid or Scenario.Authentication or Scenario.PaymentTimeout;
}

/// <summary>The file of journeys cannot be used; the message names every fault.</summary>
public sealed class JourneyFileException(string message) : Exception(message);
