using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Drivers;

namespace Nots.Application.Drivers;

/// <summary>Reads a driver: any for staff, themselves for a driver.</summary>
public sealed class GetDriver(IDriverStore drivers)
{
    public async Task<Result<Driver>> ExecuteAsync(string driverId, Caller caller, CancellationToken cancellationToken)
    {
        if (!caller.IsStaff && caller.DriverId != driverId)
            return Refusal.NotFound("driver");
        return await drivers.GetAsync(driverId, cancellationToken) is { } driver ? driver : Refusal.NotFound("driver");
    }
}
