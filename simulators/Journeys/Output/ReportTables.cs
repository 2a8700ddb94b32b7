using System.Globalization;
using Nots.Client;
using Spectre.Console;

namespace Nots.Journeys.Output;

/// <summary>The report as a person reads it.</summary>
internal static class ReportTables
{
    public static void Write(IAnsiConsole console, DemoReport report)
    {
        console.WriteLine();
        console.Write(Rows(report));
        foreach (var row in report.Rows.Where(row => row.Fault is not null))
            console.MarkupLineInterpolated($"[red]{row.Row.Id}[/] {row.Row.Title}: {row.Fault}");
        foreach (var row in report.Rows.Where(row => row is { Fault: null, NotApplicable: not null }))
            console.MarkupLineInterpolated($"[grey]{row.Row.Id}[/] {row.Row.Title}: not applicable here. {row.NotApplicable}");
        console.WriteLine();
        console.Write(Money(report.Money));
        Faults(console, report.Money.Faults);
        console.WriteLine($"Messages: {report.Messages.Sent}, {(report.Messages.Faults.Count == 0 ? "each cause told once to each receiver over each channel." : "and these are wrong:")}");
        Faults(console, report.Messages.Faults);
        var passed = report.Rows.Count(row => row.Passed);
        var applicable = report.Rows.Count(row => row.NotApplicable is null);
        var others = report.Rows.Count - applicable is > 0 and var count ? $"; {count} need other settings and did not apply" : "";
        console.MarkupLineInterpolated(
            $"[bold {(report.Passed ? "green" : "red")}]{(report.Passed ? "All well" : "Not as expected")}[/]: {passed} of {applicable} journeys as expected{others}, in {Seconds(report.Elapsed)}.");
    }

    private static Table Rows(DemoReport report)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns("Row", "Reference", "Route", "Class")
            .AddColumn("Fare", column => column.RightAligned())
            .AddColumn("Paid", column => column.RightAligned())
            .AddColumn("Back", column => column.RightAligned())
            .AddColumns("Expected", "Actual", "Verdict")
            .AddColumn("Time", column => column.RightAligned());
        foreach (var result in report.Rows)
        {
            var (row, booking) = (result.Row, result.Booking);
            table.AddRow(
                new Text(row.Id),
                new Text(booking?.BookingReference ?? "-"),
                new Text($"{row.Pickup.Address} to {row.Dropoff.Address}"),
                new Text(row.VehicleType),
                new Text(Pounds(booking?.Payment.Amount)),
                new Text(Pounds(booking?.Charged)),
                new Text(Pounds(booking?.Payment.Refunded)),
                new Text($"{row.Expected.Status}, {row.Expected.PaymentStatus}"),
                new Text(booking is null ? "not booked" : $"{booking.Status.WireName()}, {booking.Payment.Status.WireName()}"),
                result switch
                {
                    { Passed: true } => new Text("ok", "green"),
                    { NotApplicable: not null } => new Text("n/a", "grey"),
                    _ => new Text("FAILED", "red"),
                },
                new Text(Seconds(result.Elapsed)));
        }
        return table;
    }

    private static Table Money(MoneyReport money)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Money");
        foreach (var column in (string[])["Platform", "Stripe's ledger", "Difference"])
            table.AddColumn(column, settings => settings.RightAligned());
        table.AddRow("Charged", Outcome.Pounds(money.Charged), Outcome.Pounds(money.LedgerCharged), Outcome.Pounds(money.Charged - money.LedgerCharged));
        table.AddRow("Refunded", Outcome.Pounds(money.Refunded), Outcome.Pounds(money.LedgerRefunded), Outcome.Pounds(money.Refunded - money.LedgerRefunded));
        return table;
    }

    private static void Faults(IAnsiConsole console, IReadOnlyList<string> faults)
    {
        foreach (var fault in faults)
            console.MarkupLineInterpolated($"[red]{fault}[/]");
    }

    private static string Pounds(long? pence) => pence is { } known ? Outcome.Pounds(known) : "-";

    private static string Seconds(TimeSpan elapsed) => elapsed.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture);
}
