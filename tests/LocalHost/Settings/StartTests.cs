using System.Text.RegularExpressions;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Settings;

public sealed class StartTests(SharedHost shared)
{
    [Fact]
    public async Task A_second_process_on_the_same_data_refuses_with_a_sentence()
    {
        var (exitCode, output) = await RunningHost.RunToEndAsync(["--data", shared.Host.DataFolder, "--urls", "http://127.0.0.1:1", "--stripe-urls", "http://127.0.0.1:2"]);
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"The data folder {shared.Host.DataFolder} is in use by another process", output, StringComparison.Ordinal);
        Assert.Equal(200, (await shared.Dispatcher.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task It_is_ready_when_table_engine_and_simulator_answer()
    {
        var ready = await shared.Dispatcher.GetAsync("/health/ready");

        Assert.Equal(200, ready.Status);
        Assert.Equal(
            ["orchestrations", "stripe", "table"],
            ready.Body.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()).Order());
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("nots-");
        try
        {
            var (exitCode, output) = await RunningHost.RunToEndAsync(
                ["--data", folder.FullName, "--urls", shared.Host.Address.ToString().TrimEnd('/'), "--stripe-urls", "http://127.0.0.1:2"]);
            Assert.Equal(1, exitCode);
            Assert.Contains($"Failed to bind to address {shared.Host.Address.ToString().TrimEnd('/')}: address already in use", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task All_faults_of_the_settings_are_told_together()
    {
        var (exitCode, output) = await RunningHost.RunToEndAsync(
            ["--urls", "http://0.0.0.0:7071", "--store", "oracle"],
            ("Nots__PaymentHld", "00:00:05"),
            ("Nots__MinimumNotice", "5"),
            ("Nots__FreeWaiting", "-00:00:01"),
            ("Nots__Limits__UserPerHour", "many"),
            ("Nots__Stripe__SecretKey", "no key"),
            ("Nots__Smtp__Port", "25"),
            ("Nots__Timers__RelayOutbox", "00:00:00"));
        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "The settings are wrong:",
                "  - Nots:Limits:UserPerHour is 'many': a whole number is expected.",
                "  - Nots:MinimumNotice is '5': a time such as 00:15:00 (hours, minutes, seconds; 1.00:00:00 is a day) is expected.",
                "  - Nots:PaymentHld is not a setting: is Nots:PaymentHold meant?",
                "  - Nots:Urls: 'http://0.0.0.0:7071' can be reached from other machines. This host is for one machine; Nots__AllowNonLoopback=true allows it, without the development conveniences.",
                "  - Nots:Store: 'oracle' is not a store; sqlite and dynamodb are.",
                "  - Nots:FreeWaiting (-00:00:01) must not be negative.",
                "  - Nots:Stripe:SecretKey must be a secret key (sk_…) or a restricted one (rk_…).",
                "  - Nots:Smtp: The mail server's Host must be a host name or an IP address.",
                "  - Nots:Smtp: From must be an e-mail address, with or without a name.",
                "  - Nots:Timers:RelayOutbox (00:00:00) must be from a second to a day.",
            ],
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("table.db", "cannot be opened as a table")]
    [InlineData("durable.db", "cannot be opened as the durable backend's file")]
    [InlineData("issuer.key", "is not a key")]
    [InlineData("signing.key", "holds no secret")]
    public async Task A_damaged_file_is_told_by_its_name(string file, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("nots-");
        try
        {
            var path = Path.Combine(folder.FullName, file);
            await File.WriteAllTextAsync(path, file == "signing.key" ? "" : new string('x', 5000), TestContext.Current.CancellationToken);
            var (exitCode, output) = await RunningHost.RunToEndAsync(
                ["--data", folder.FullName, "--urls", "http://127.0.0.1:1", "--stripe-urls", "http://127.0.0.1:2"]);
            Assert.Equal(1, exitCode);
            Assert.Matches($"'?{Regex.Escape(path)}'? {Regex.Escape(sentence)}", output);
            Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_unknown_option_is_refused()
    {
        var (exitCode, output) = await RunningHost.RunToEndAsync(["--ulrs", "http://127.0.0.1:7071"]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("'--ulrs'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_set_is_shown_without_secrets()
    {
        await using var host = await RunningHost.StartAsync(("Nots__PaymentHold", "00:07:00"), ("Nots__Stripe__SecretKey", "sk_test_other"));
        Assert.Contains("PaymentHold = 00:07:00", host.Log, StringComparison.Ordinal);
        Assert.Contains("Stripe:SecretKey = (secret)", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_test_other", host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_with_its_simulator_and_starts_again_on_its_data()
    {
        await using var host = await RunningHost.StartAsync();
        var customer = await host.Nots.SignInAsync("customer");
        var booking = await customer.BookAsync(Pickup.OnADayOfItsOwn());
        Assert.Equal(0, await host.StopAsync());
        Assert.False(await host.Stripe.AnswersAsync());
        await host.StartAgainAsync();
        Assert.Equal("pending", (await customer.BookingAsync(booking)).Ok().Text("status"));
    }
}
