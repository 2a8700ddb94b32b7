using Nots.LocalHost.Development;

namespace Nots.LocalHost.Ops;

/// <summary>
/// The page of operations. It shows what the contract's operations under <c>v1/ops</c> answer and passes on what is to be done; it
/// signs people in as the development issuer does, so it is for this machine alone like everything under <c>/dev</c>.
/// </summary>
internal static class OpsRoutes
{
    public const string Root = "/ops";

    private const int MostBytesOfAForm = 16 * 1024;

    public static void MapOps(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var looking = ActivatorUtilities.CreateInstance<OpsLooking>(services);
        var acting = ActivatorUtilities.CreateInstance<OpsActing>(services, looking);
        var signing = ActivatorUtilities.CreateInstance<OpsSigning>(services);
        Get(app, "/ops", looking.ListAsync);
        Get(app, "/ops/orchestrations/{instanceId}", looking.ShowAsync);
        Get(app, "/ops/sign-in", OpsSigning.FormAsync);
        Get(app, "/ops/ops.css", OpsAnswer.StyleAsync);
        Post(app, "/ops/sign-in", signing.InAsync);
        Post(app, "/ops/sign-out", OpsSigning.OutAsync);
        Post(app, "/ops/orchestrations/{instanceId}/{control}", acting.ControlAsync);
    }

    private static void Get(IEndpointRouteBuilder app, string route, RequestDelegate show) =>
        app.MapMethods(route, [HttpMethods.Get], ThisMachine.Only(show));

    private static void Post(IEndpointRouteBuilder app, string route, Func<HttpContext, IFormCollection, Task> act) =>
        app.MapMethods(route, [HttpMethods.Post], ThisMachine.Only(context => ReceiveAsync(context, act)));

    /// <summary>Lets only forms of our own pages through.</summary>
    private static async Task ReceiveAsync(HttpContext context, Func<HttpContext, IFormCollection, Task> act)
    {
        if (!SameOrigin.Sent(context.Request))
            await OpsAnswer.RefuseAsync(context, StatusCodes.Status403Forbidden, "This form was not sent from a page of this address; open the page and send it from there.");
        else if (context.Request.ContentLength is not <= MostBytesOfAForm)
            await OpsAnswer.RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "That is more than the form holds.");
        else if (await ReadAsync(context) is not { } form)
            await OpsAnswer.RefuseAsync(context, StatusCodes.Status400BadRequest, "That is not the form's content.");
        else
            await act(context, form);
    }

    private static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
