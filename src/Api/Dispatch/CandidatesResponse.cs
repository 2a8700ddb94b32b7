using System.Text.Json.Serialization;
using Nots.Application.Dispatch;
using Nots.Domain.Dispatch;

namespace Nots.Api.Dispatch;

/// <summary>Every driver for a job, best first.</summary>
internal sealed record CandidatesResponse(IReadOnlyList<CandidateResponse> Candidates);

/// <summary>A driver with their vehicle, and what each gate says.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="DistanceMeters">From where the driver was last seen to the pick-up; null when not known.</param>
internal sealed record CandidateResponse(
    string DriverId,
    string FirstName,
    string LastName,
    string VehicleId,
    string Registration,
    bool Eligible,
    int Rank,
    int? DistanceMeters,
    IReadOnlyList<GateResponse> Gates)
{
    public static CandidateResponse From(RankedCandidate ranked)
    {
        var check = ranked.Check;
        var (driver, vehicle) = (check.Candidate.Driver, check.Candidate.Vehicle);
        return new CandidateResponse(
            driver.Id.Value, driver.FirstName, driver.LastName, vehicle.Id.Value, vehicle.Registration, check.Eligible, ranked.Rank, ranked.DistanceMeters,
            [.. check.Gates.Select(GateResponse.From)]);
    }
}

/// <summary>One gate's verdict.</summary>
internal sealed record GateResponse(string Gate, bool Passed, string Reason)
{
    public static GateResponse From(GateVerdict verdict) => new(verdict.Gate, verdict.Passed, verdict.Reason);
}

/// <summary>The requests and responses of dispatch, compiled: they are read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AssignRequest))]
[JsonSerializable(typeof(CandidatesResponse))]
internal sealed partial class DispatchJson : JsonSerializerContext;
