using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;

namespace Nots.Api.Status;

/// <summary>Tells the websites whether there is maintenance.</summary>
public sealed class StatusGet : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "status-get",
        Tag = "Status",
        Method = HttpMethods.Get,
        Route = "v1/status",
        Summary = "Whether the platform is at work, for the websites' banner",
        Access = Access.Anyone,
        Handler = typeof(StatusGet),
        Limited = false,
        Query = null,
        ResponseShape = ApiJson.Default.StatusAnswer,
    };

    public Task<IResult> HandleAsync(ApiRequest request) => Task.FromResult(Answers.Ok(new StatusAnswer("ok"), ApiJson.Default.StatusAnswer));
}
