using Nots.StripeSimulator.Payments;

namespace Nots.StripeSimulator.Switches;

/// <summary>The switches, under <c>/_sim</c>.</summary>
internal static class SimRoutes
{
    public static void MapSwitches(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var pipeline = services.GetRequiredService<SimPipeline>();
        var board = services.GetRequiredService<SwitchBoard>();
        var sim = app.MapGroup("/_sim");
        sim.MapGet("", pipeline.Endpoint(board.Show));
        sim.MapPost("/webhooks", pipeline.Endpoint(board.AddWebhookRule));
        sim.MapDelete("/webhooks", pipeline.Endpoint(board.ClearWebhookRules));
        sim.MapPost("/faults", pipeline.Endpoint(board.AddFault));
        sim.MapDelete("/faults", pipeline.Endpoint(board.ClearFaults));
        sim.MapPost("/settings", pipeline.Endpoint(board.Set));
        sim.MapGet("/ledger", pipeline.Endpoint(SwitchBoard.Ledger));
        sim.MapPost("/reset", pipeline.Endpoint(board.Reset));
        sim.MapGet("/payment_intents/{id}/authenticate", pipeline.Endpoint(AuthenticationPage.Show));
        sim.MapPost("/payment_intents/{id}/authenticate", services.GetRequiredService<AuthenticationPage>().Submit());
        sim.MapPost("/payment_intents/{id}/dispute", pipeline.Endpoint(services.GetRequiredService<Disputes>().Create));
        sim.MapPost("/refunds/{id}/settle", pipeline.Endpoint(services.GetRequiredService<Refunds>().Settle));
    }
}
