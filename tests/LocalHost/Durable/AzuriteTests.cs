using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Nots.Emulators;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Durable;

public sealed class AzuriteTests
{
    [Fact]
    public async Task What_it_acknowledged_is_there_after_it_has_ended_and_started_again()
    {
        var token = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("nots-azurite-");
        try
        {
            await using (var azurite = await AzuriteProcess.StartAsync(folder.FullName, cancellationToken: token))
            {
                var queue = new QueueClient(azurite.ConnectionString, "queue");
                await queue.CreateAsync(cancellationToken: token);
                await queue.SendMessageAsync("waits", token);
                await queue.SendMessageAsync("taken", token);
                await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(2), token);
                await new BlobContainerClient(azurite.ConnectionString, "container").CreateAsync(cancellationToken: token);
                await new TableClient(azurite.ConnectionString, "table").CreateAsync(token);
            }

            await using (var azurite = await AzuriteProcess.StartAsync(folder.FullName, cancellationToken: token))
            {
                Assert.True(await new BlobContainerClient(azurite.ConnectionString, "container").ExistsAsync(token));
                var queue = new QueueClient(azurite.ConnectionString, "queue");
                var seen = new List<string>();
                await Until.TrueAsync(
                    async () =>
                    {
                        seen.AddRange((await queue.ReceiveMessagesAsync(10, TimeSpan.FromMinutes(1), token)).Value.Select(message => message.MessageText));
                        return seen.Count == 2;
                    },
                    "both messages are there", () => string.Join(", ", seen));
                Assert.Equal(["taken", "waits"], seen.Order());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
