using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Cost.Bench.Platform;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Cost.Bench;

/// <summary>Reads one booking in every role, and a page of every list, in a table where each list has more than a page.</summary>
internal sealed class Readings(RunningPlatform platform, Life life)
{
    /// <summary>How each step's name begins.</summary>
    public const string Prefix = "GET ";

    private const int OfEachStatus = 30;
    private const int OfTheCustomer = 8;

    public async Task RunAsync()
    {
        await FillAsync();
        var (booking, driver) = (life.BookingId, platform.Fleet.DriverId);
        // Which driver a user is, is looked up once and kept as long as the token lives.
        await platform.AskAsync(HttpMethod.Get, $"/v1/bookings/{booking}", platform.Driver);

        await AskAsync("booking, staff", $"/v1/bookings/{booking}", platform.Dispatcher);
        await AskAsync("booking, customer", $"/v1/bookings/{booking}", platform.Customer);
        await AskAsync("booking, guest", $"/v1/bookings/{booking}", null, ("X-Manage-Token", life.ManageToken));
        await AskAsync("booking, driver", $"/v1/bookings/{booking}", platform.Driver);
        await AskAsync("booking's events", $"/v1/bookings/{booking}/events", platform.Dispatcher);
        await AskAsync("bookings, customer", "/v1/bookings", platform.Customer);
        await AskAsync("bookings, driver", "/v1/bookings", platform.Driver);
        await AskAsync("bookings by driver", $"/v1/bookings?driverId={driver}", platform.Dispatcher);
        await AskAsync("bookings by status", "/v1/bookings?status=confirmed", platform.Dispatcher);
        var first = await platform.AskAsync(HttpMethod.Get, "/v1/bookings?status=confirmed", platform.Dispatcher);
        var cursor = first.GetProperty("pagination").GetProperty("nextCursor").GetString()!;
        await AskAsync("bookings by status, page 2", $"/v1/bookings?status=confirmed&cursor={cursor}", platform.Dispatcher);
        await AskAsync("bookings of all statuses", "/v1/bookings", platform.Dispatcher);
        await AskAsync("driver's jobs", $"/v1/drivers/{driver}/jobs", platform.Driver);
        await AskAsync("driver", $"/v1/drivers/{driver}", platform.Driver);
        await AskAsync("drivers by status", "/v1/drivers?status=active&limit=10", platform.Dispatcher);
        await AskAsync("drivers", "/v1/drivers?limit=10", platform.Dispatcher);
        await AskAsync("vehicles by status", "/v1/vehicles?status=active&limit=10", platform.Dispatcher);
        await AskAsync("vehicles", "/v1/vehicles?limit=10", platform.Dispatcher);
    }

    private async Task AskAsync(string name, string path, Bearer? bearer, params (string Name, string Value)[] headers)
    {
        platform.Ledger.Step = Prefix + name;
        await platform.AskAsync(HttpMethod.Get, path, bearer, null, headers);
        platform.Ledger.Step = "";
    }

    /// <summary>Copies of the booking that was driven, an hour apart, in every status; some are the customer's.</summary>
    private async Task FillAsync()
    {
        var ids = platform.Get<IIdSource>();
        var booking = await platform.Get<IBookingStore>().RequireAsync(BookingId.Parse(life.BookingId), CancellationToken.None);
        var hours = 0;
        foreach (var status in Enum.GetValues<BookingStatus>())
        {
            var transaction = platform.Get<ITransactions>().Begin();
            for (var i = 0; i < OfEachStatus; i++, hours++)
            {
                transaction.Add(booking with
                {
                    Id = BookingId.Parse(ids.New("booking")),
                    Status = status,
                    Journey = booking.Journey.At(booking.Journey.PickupAt.AddHours(hours)),
                    UserId = hours < OfTheCustomer ? booking.UserId : null,
                });
            }
            await transaction.CommitAsync(CancellationToken.None);
        }
    }
}
