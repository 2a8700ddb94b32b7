using System.Net;
using System.Net.Http.Json;
using Nots.Emulators;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Stores;

/// <summary>DynamoDB goes away and comes back: whoever asks meanwhile is told to try again later.</summary>
public sealed class DynamoDbOutageTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-dynamodb-");
    private DynamoDbLocalProcess _store = null!;
    private RunningHost _host = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await DynamoDbLocalProcess.StartAsync(_folder.FullName, cancellationToken: Cancelled);
        _host = await RunningHost.StartAsync(("Nots__Store", "dynamodb"), ("Nots__DynamoDb__Endpoint", _store.Endpoint.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_request_without_a_table_is_to_be_tried_later_and_goes_well_then()
    {
        var customer = await _host.Nots.SignInAsync("customer");
        var booking = await customer.BookAsync(Pickup.OnADayOfItsOwn(), "cash");
        await _store.DisposeAsync();

        using var refused = await _host.Http.PostAsJsonAsync("/v1/quotes", Session.QuoteOf(Pickup.OnADayOfItsOwn(), "standard"), Cancelled);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);

        _store = await DynamoDbLocalProcess.StartAsync(_folder.FullName, _store.Endpoint.Port, cancellationToken: Cancelled);
        (await customer.BookingAsync(booking)).Ok();
        await customer.BookAsync(Pickup.OnADayOfItsOwn(), "cash");
    }
}
