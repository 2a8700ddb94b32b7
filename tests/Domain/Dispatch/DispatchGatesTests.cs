using Nots.Domain.Common;
using Nots.Domain.Dispatch;
using Nots.Domain.Drivers;
using Nots.Domain.Quotes;
using Nots.Domain.Vehicles;

namespace Nots.Domain.Tests.Dispatch;

public sealed class DispatchGatesTests
{
    [Fact]
    public void Every_gate_gives_its_verdict_and_a_fit_candidate_passes_all()
    {
        var verdicts = DispatchGates.Evaluate(A.Confirmed(), A.Candidate(), A.DispatchRules);

        Assert.Equal(
            [
                "driver_active", "vehicle_active", "vehicle_class", "vehicle_seats", "vehicle_of_driver", "licensing_authority",
                "driver_documents", "vehicle_documents", "driver_overlapping_job", "vehicle_overlapping_job",
            ],
            verdicts.Select(verdict => verdict.Gate));
        Assert.All(verdicts, verdict => Assert.True(verdict.Passed && verdict.Reason.Length > 0));
    }

    [Fact]
    public void After_the_assignment_only_papers_and_standing_are_looked_at_again()
    {
        var verdicts = DispatchGates.Recheck(A.Assigned(), A.Candidate(), A.DispatchRules);

        Assert.Equal(
            ["driver_active", "vehicle_active", "licensing_authority", "driver_documents", "vehicle_documents"],
            verdicts.Select(verdict => verdict.Gate));
        Assert.All(verdicts, verdict => Assert.True(verdict.Passed));
    }

    [Theory]
    [InlineData(DriverStatus.Inactive)]
    [InlineData(DriverStatus.Suspended)]
    public void A_driver_who_is_not_active_is_refused(DriverStatus status)
    {
        var candidate = A.Candidate() with { Driver = A.Driver() with { Status = status } };

        candidate.IsRefusedOnlyBy(Gate.DriverActive);
        candidate.IsRefusedAgainBy(Gate.DriverActive);
    }

    [Theory]
    [InlineData(VehicleStatus.Inactive)]
    [InlineData(VehicleStatus.Maintenance)]
    public void A_vehicle_that_is_not_active_is_refused(VehicleStatus status)
    {
        var candidate = A.Candidate() with { Vehicle = A.Vehicle() with { Status = status } };

        candidate.IsRefusedOnlyBy(Gate.VehicleActive);
        candidate.IsRefusedAgainBy(Gate.VehicleActive);
    }

    [Theory]
    [InlineData(VehicleClass.Executive)]
    [InlineData(VehicleClass.Minibus)]
    public void A_vehicle_of_another_class_is_refused(VehicleClass vehicleClass) =>
        (A.Candidate() with { Vehicle = A.Vehicle() with { VehicleClass = vehicleClass } }).IsRefusedOnlyBy(Gate.VehicleClass);

    [Fact]
    public void A_vehicle_with_a_seat_too_few_is_refused() =>
        (A.Candidate() with { Vehicle = A.Vehicle() with { Seats = 1 } }).IsRefusedOnlyBy(Gate.VehicleSeats);

    [Fact]
    public void A_vehicle_with_just_the_seats_is_taken() => (A.Candidate() with { Vehicle = A.Vehicle() with { Seats = 2 } }).IsTaken();

    [Fact]
    public void Another_drivers_vehicle_is_refused() =>
        (A.Candidate() with { Vehicle = A.Vehicle() with { DriverId = DriverId.Parse("driver_2") } }).IsRefusedOnlyBy(Gate.VehicleOfDriver);

    [Fact]
    public void A_pool_vehicle_is_anybodys() => (A.Candidate() with { Vehicle = A.Vehicle() with { DriverId = null } }).IsTaken();

    [Fact]
    public void A_vehicle_licensed_by_another_council_is_refused()
    {
        var candidate = A.Candidate() with { Vehicle = A.Vehicle() with { LicensingAuthority = "Dorset" } };

        candidate.IsRefusedOnlyBy(Gate.LicensingAuthority);
        candidate.IsRefusedAgainBy(Gate.LicensingAuthority);
    }

    [Fact]
    public void All_gates_that_refuse_are_named_together()
    {
        var candidate = A.Candidate() with
        {
            Driver = A.Driver() with { Status = DriverStatus.Suspended },
            Vehicle = A.Vehicle() with { Seats = 0 },
            VehicleDocuments = [],
        };

        Assert.Equal(
            [Gate.DriverActive, Gate.VehicleSeats, Gate.VehicleDocuments],
            Verdicts.RefusedBy(DispatchGates.Evaluate(A.Confirmed(), candidate, A.DispatchRules)));
    }
}
