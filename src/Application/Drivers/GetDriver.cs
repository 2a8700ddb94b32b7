using Nots.Application.Common;
using Nots.Application.Fleet;
using Nots.Domain.Common;

namespace Nots.Application.Drivers;

/// <summary>Reads a driver and how their papers stand: any for staff, themselves for a driver.</summary>
public sealed class GetDriver(IFleetStore fleet, TimeProvider time)
{
    public static bool MaySee(DriverId driverId, Caller caller) => caller.IsStaff || caller.DriverId == driverId;

    public async Task<Result<DriverCompliance>> ExecuteAsync(string driverId, Caller caller, CancellationToken cancellationToken)
    {
        // Their days do not matter here.
        if (!DriverId.TryParse(driverId, out var id) || !MaySee(id, caller) || await fleet.DriverAsync(id, DateOnly.MaxValue, cancellationToken) is not { } file)
            return Refusal.NotFound("driver");
        return DriverCompliance.Of(file.Owner, file.Documents, time.GetUtcNow());
    }
}
