using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Dispatch;

namespace Nots.Api.Dispatch;

/// <summary>Ranks the drivers for a job.</summary>
public sealed class DispatchCandidates(RankCandidates rankCandidates) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "dispatch-candidates",
        Tag = "Dispatch",
        Method = HttpMethods.Get,
        Route = "v1/dispatch/candidates",
        Summary = "Every driver for a job with each gate's verdict, best first",
        Access = Access.Staff,
        Handler = typeof(DispatchCandidates),
        Query = [new("bookingId", "The job.", Required: true)],
        ResponseShape = ApiJson.Default.CandidatesAnswer,
        Refusals = [StatusCodes.Status404NotFound],
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var faults = request.Query.Faults;
        var bookingId = request.Query.Text("bookingId");
        faults.Require("bookingId", bookingId);
        if (faults.Any)
            return Answers.Refused(faults.ToRefusal());
        var ranked = await rankCandidates.ExecuteAsync(bookingId!, request.Aborted);
        return Answers.Ok(ranked, found => new CandidatesAnswer([.. found.Select(CandidateAnswer.Of)]), ApiJson.Default.CandidatesAnswer);
    }
}
