using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Durable;

/// <summary>One host, with an Azurite of its own beside it.</summary>
public sealed class AzureStorageHostTests
{
    private static readonly (string, string)[] OnAzurite =
    [
        ("Nots__Durable", "azure-storage"), ("Nots__AzureStorage__TakeOverAfter", "00:00:10"), ("Nots__AzureStorage__MaxPollingInterval", "00:00:00.1"),
    ];

    [Fact]
    public async Task A_host_that_was_killed_goes_on_with_the_Azurite_that_ended_with_it()
    {
        await using var host = await RunningHost.StartAsync(OnAzurite);
        var (customer, dispatcher) = (await host.Nots.SignInAsync("customer"), await host.Nots.SignInAsync("dispatcher"));
        var booking = await customer.BookAsync(Pickup.OnADayOfItsOwn());
        await Until.TrueAsync(
            async () => (await dispatcher.GetAsync($"/v1/ops/orchestrations/{booking.Id}")) is { Status: 200 } run && run.Text("status") == "running",
            "the orchestration runs", () => host.Log);

        await host.KillAsync();
        await Until.TrueAsync(() => Task.FromResult(!host.AzuriteRuns()), "Azurite is gone with its host", () => host.Log);
        await host.StartAgainAsync();
        Assert.Equal("succeeded", await host.Stripe.PayAsync(booking));
        await dispatcher.SeeAsync(booking, "confirmed", host);
        (await dispatcher.CancelAsync(booking)).Ok();

        await dispatcher.SeeOrchestrationCompletedAsync(booking, host);
        Assert.Equal(new StripeDesk.Money(booking.Amount, booking.Amount, Refunds: 1), await host.Stripe.MoneyOfAsync(booking));
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("nots-");
        try
        {
            var (exitCode, output) = await RunningHost.RunToEndAsync(
                ["--data", folder.FullName, "--urls", $"http://127.0.0.1:{RunningHost.FreePort()}", "--stripe-urls", $"http://127.0.0.1:{RunningHost.FreePort()}"],
                [
                    .. OnAzurite, ("Nots__Store", "dynamodb"), ("Nots__DynamoDb__Region", "eu-west-2"), ("Nots__DynamoDb__Environment", "nowhere"),
                    ("Nots__SigningSecrets__0", Convert.ToBase64String(new byte[32])),
                    ("Nots__AzureStorage__ConnectionString", "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=AAAA;QueueEndpoint=http://127.0.0.1:1/a;BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a"),
                ]);
            Assert.Equal(1, exitCode);
            Assert.Contains("Azure Storage does not answer", output, StringComparison.Ordinal);
            Assert.DoesNotContain("AAAA", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
