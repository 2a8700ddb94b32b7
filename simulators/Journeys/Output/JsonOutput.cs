using System.Text.Json;
using Nots.Client;
using Spectre.Console;

namespace Nots.Journeys.Output;

/// <summary>The report as a program reads it; progress goes elsewhere. Amounts in pence, times in seconds.</summary>
internal sealed class JsonOutput(TextWriter writer, IAnsiConsole progress) : DemoOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public override Task<DemoReport> WatchAsync(IReadOnlyList<JourneyRow> rows, Func<IDemoProgress, Task<DemoReport>> work) =>
        new PlainOutput(progress).WatchAsync(rows, work);

    public override void Show(DemoReport report) => writer.WriteLine(JsonSerializer.Serialize(
        new
        {
            report.Passed,
            Seconds = Math.Round(report.Elapsed.TotalSeconds, 3),
            Rows = report.Rows.Select(Row),
            report.Money,
            report.Messages,
        },
        Options));

    private static object Row(RowResult result) => new
    {
        result.Row.Id,
        result.Row.Title,
        result.Booking?.BookingId,
        Reference = result.Booking?.BookingReference,
        Pickup = result.Row.Pickup.Address,
        Dropoff = result.Row.Dropoff.Address,
        result.Row.VehicleType,
        Fare = result.Booking?.Payment.Amount,
        Paid = result.Booking?.Charged,
        result.Booking?.Payment.Refunded,
        result.Row.Expected,
        Actual = Actual(result.Booking),
        result.Passed,
        result.Fault,
        result.NotApplicable,
        Seconds = Math.Round(result.Elapsed.TotalSeconds, 3),
    };

    private static object? Actual(Booking? booking) => booking is null
        ? null
        : new { Status = booking.Status.WireName(), PaymentStatus = booking.Payment.Status.WireName(), booking.Payment.Refunded };
}
