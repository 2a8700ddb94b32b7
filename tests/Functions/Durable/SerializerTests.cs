using System.Text;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Lifecycle;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Functions.Durable;
using Nots.Functions.Tests.Catalogues;
using Nots.Functions.Tests.Hosting;

namespace Nots.Functions.Tests.Durable;

/// <summary>A payload written on one backend is read on another.</summary>
public sealed class SerializerTests
{
    private static readonly AgendaItem Reminder = new(AgendaKind.Reminder, "reminder 09:00", new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.FromHours(1)));

    /// <summary>One of each type that orchestrations and activities pass on.</summary>
    public static TheoryData<object> Payloads =>
    [
        "booking_1",
        true,
        BookingRunState.New with { Stage = BookingStage.DriverAssignment, Told = 3, Done = ["a", "b"], Compensations = ["booking-return-payment"] },
        BookingRunState.New,
        new BookingRunStatus("payment", "payment", new DateTime(2031, 3, 1, 9, 0, 0, DateTimeKind.Utc), null),
        new BookingView(BookingStage.Payment, BookingStatus.Confirmed, 4, 3, true, false, true, [Reminder]),
        new EventsAfter(BookingId.Parse("booking_1"), 1, 3),
        new DueItem(BookingId.Parse("booking_1"), Reminder),
        new BookingVersion(BookingId.Parse("booking_1"), 9),
        "quotes \" and £ and é and <tags>",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void What_other_backends_write_Functions_reads_and_the_other_way_round(object payload)
    {
        var type = payload.GetType();
        var ours = JsonSerializer.Serialize(payload, type, WorkflowJson.Options);
        var theirs = DurableJson.Serializer.Serialize(payload, type, TestContext.Current.CancellationToken).ToString();

        Assert.Equal(ours, theirs);
        var read = DurableJson.Serializer.Deserialize(new MemoryStream(Encoding.UTF8.GetBytes(ours)), type, TestContext.Current.CancellationToken);
        Assert.Equal(ours, JsonSerializer.Serialize(read, type, WorkflowJson.Options));
        Assert.Equal(theirs, JsonSerializer.Serialize(JsonSerializer.Deserialize(theirs, type, WorkflowJson.Options), type, WorkflowJson.Options));
    }

    [Fact]
    public void The_workflows_types_are_all_among_them() => Assert.Empty(AppWorkflows.Activities.Values
        .SelectMany(types => types)
        .Append(typeof(BookingRunState))
        .Except([typeof(object), .. Payloads.Select(row => row.Data.GetType())]));

    /// <summary>The durable extension reads an orchestration's input with these.</summary>
    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task The_workers_options_of_JSON_write_and_read_the_same(object payload)
    {
        await using var app = App.Build();
        var options = app.GetRequiredService<IOptions<JsonSerializerOptions>>().Value;
        var type = payload.GetType();
        var ours = JsonSerializer.Serialize(payload, type, WorkflowJson.Options);

        Assert.Equal(ours, JsonSerializer.Serialize(payload, type, options));
        var read = JsonDocument.Parse(ours).RootElement.Deserialize(type, options);
        Assert.Equal(ours, JsonSerializer.Serialize(read, type, WorkflowJson.Options));
    }

    /// <summary>The durable extension takes the worker's serializer, by whatever name it asks for the worker's options.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("durable")]
    public async Task The_worker_uses_it(string name)
    {
        await using var app = App.Build();

        Assert.Same(DurableJson.Serializer, app.GetRequiredService<IOptionsMonitor<WorkerOptions>>().Get(name).Serializer);
    }
}
