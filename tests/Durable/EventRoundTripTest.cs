using System.Collections;
using System.Reflection;
using System.Text;
using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Tracing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Nots.Durable.Sqlite.Events;

namespace Nots.Durable.Tests;

/// <summary>Whatever DurableTask.Core puts into an event comes back from the store: its data is filled in and compared by reflection.</summary>
public sealed class EventRoundTripTest
{
    public static TheoryData<Type> Kinds => [.. HistoryEvent.KnownTypes().OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void All_public_data_of_every_kind_of_event_is_kept(Type kind)
    {
        var happened = (HistoryEvent)Fill(kind, depth: 0)!;

        var read = EventJson.ReadOne(EventJson.Write(happened));

        Assert.IsType(kind, read);
        Assert.Equal(Describe(happened), Describe(read));
        Assert.True(happened.EventId > 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_event_without_data_is_kept_as_it_is(Type kind)
    {
        var constructor = kind.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var happened = (HistoryEvent)constructor.Invoke([.. constructor.GetParameters().Select(
            parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)]);

        Assert.Equal(Describe(happened), Describe(EventJson.ReadOne(EventJson.Write(happened))));
    }

    [Fact]
    public void A_local_time_and_one_of_no_zone_stay_what_they_are()
    {
        foreach (var zone in Enum.GetValues<DateTimeKind>())
        {
            var fireAt = new DateTime(2031, 7, 1, 9, 30, 0, 123, zone).AddTicks(4567);

            var read = (TimerCreatedEvent)EventJson.ReadOne(EventJson.Write(new TimerCreatedEvent(3) { FireAt = fireAt }));

            Assert.Equal((fireAt, zone), (read.FireAt, read.FireAt.Kind));
        }
    }

    [Theory]
    [InlineData("""[{"type":"Surprise","at":"2031-03-01T09:00:00Z"}]""", "'Surprise' is a kind of history event that this version does not know.")]
    [InlineData("""[{"at":"secret"}]""", "A stored event is not readable JSON (position 15).")]
    [InlineData("""[{"type":"ExecutionCompleted","status":"Odd"}]""", "'Odd' is a status that this version does not know.")]
    [InlineData("[]", "One event was expected and 0 were found.")]
    public void What_cannot_be_read_is_said_without_quoting_it(string json, string message) => Assert.Equal(
        message, Assert.Throws<HistoryUnreadableException>(() => EventJson.ReadOne(Encoding.UTF8.GetBytes(json))).Message);

    private static object? Fill(Type type, int depth) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Fill(inner, depth),
        _ when type == typeof(string) => "{\"quoted\": \"ä ✓ \\\\ \"}",
        _ when type == typeof(int) => 41 + depth,
        _ when type == typeof(long) => 7L,
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateTime) => new DateTime(2031, 3, 1, 9, 0, 0, DateTimeKind.Utc).AddTicks(1234567),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.FromHours(2)),
        _ when type == typeof(OrchestrationStatus) => OrchestrationStatus.Terminated,
        _ when type == typeof(IDictionary<string, string>) => new Dictionary<string, string> { ["tag"] = "value", ["other"] = "" },
        _ when type == typeof(FailureDetails) => Failure(depth),
        _ when type == typeof(DistributedTraceContext) => new DistributedTraceContext("00-aa-bb-01", "state")
        {
            Id = "id",
            SpanId = "span",
            ActivityStartTime = new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.Zero),
        },
        _ => FillMembers(type, depth),
    };

    private static FailureDetails Failure(int depth) => new(
        "Type", "message", "stack", depth > 2 ? null : Failure(depth + 2), isNonRetriable: true,
        new Dictionary<string, object?>
        {
            ["text"] = "t",
            ["whole"] = 5L,
            ["part"] = 1.5,
            ["yes"] = true,
            ["nothing"] = null,
            ["list"] = new List<object?> { 1L, "two" },
            ["inner"] = new Dictionary<string, object?> { ["a"] = "b" },
        });

    private static object FillMembers(Type type, int depth)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var filled = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Fill(parameter.ParameterType, depth))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && IsData(property)))
            property.SetValue(filled, Fill(property.PropertyType, depth + 1));
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            field.SetValue(filled, Fill(field.FieldType, depth + 1));
        return filled;
    }

    /// <summary>All public properties and fields; those of the replay and of the data contract are none of the event's own.</summary>
    private static string Describe(object? value) => value switch
    {
        null => "null",
        string or DateTime or DateTimeOffset or Enum or bool or int or long or double => $"{value.GetType().Name} {JsonConvert.SerializeObject(value)}",
        JValue json => Describe(json.Value),
        JObject json => Describe(json.Properties().ToDictionary(property => property.Name, property => (object?)property.Value)),
        IDictionary map => $"[{string.Join("; ", map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => $"{key}={Describe(map[key])}"))}]",
        IEnumerable list => $"[{string.Join("; ", list.Cast<object?>().Select(Describe))}]",
        _ => $"{value.GetType().Name}({string.Join("; ", Members(value).Select(member => $"{member.Name}={Describe(member.Value)}"))})",
    };

    private static IEnumerable<(string Name, object? Value)> Members(object value) =>
    [
        .. value.GetType().GetProperties().Where(IsData).Select(property => (property.Name, property.GetValue(value))),
        .. value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => (field.Name, field.GetValue(value))),
    ];

    private static bool IsData(PropertyInfo property) => property.Name is not (nameof(HistoryEvent.IsPlayed) or nameof(HistoryEvent.ExtensionData));
}
