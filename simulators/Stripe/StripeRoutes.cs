using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;
using Nots.StripeSimulator.Payments;

namespace Nots.StripeSimulator;

/// <summary>The part of Stripe's API that is spoken here.</summary>
internal static class StripeRoutes
{
    public static void MapStripe(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var pipeline = services.GetRequiredService<Pipeline>();
        var intents = app.MapGroup("/v1/payment_intents");
        intents.MapPost("", pipeline.Endpoint(services.GetRequiredService<CreateIntent>().Handle));
        intents.MapGet("", pipeline.Endpoint(Reading.Intents));
        intents.MapGet("/{id}", pipeline.Endpoint(Reading.Intent, publishableMay: true));
        intents.MapPost("/{id}", pipeline.Endpoint(services.GetRequiredService<UpdateIntent>().Handle));
        intents.MapPost("/{id}/confirm", pipeline.Endpoint(services.GetRequiredService<ConfirmIntent>().Handle, publishableMay: true));
        intents.MapPost("/{id}/cancel", pipeline.Endpoint(services.GetRequiredService<CancelIntent>().Handle));
        intents.MapPost("/{id}/capture", pipeline.Endpoint(services.GetRequiredService<CaptureIntent>().Handle));

        app.MapPost("/v1/refunds", pipeline.Endpoint(services.GetRequiredService<Refunds>().Create));
        app.MapGet("/v1/refunds", pipeline.Endpoint(Reading.Refunds));
        app.MapGet("/v1/refunds/{id}", pipeline.Endpoint(Reading.Object(Kinds.Refund.Name)));
        app.MapGet("/v1/charges", pipeline.Endpoint(Reading.Charges));
        app.MapGet("/v1/charges/{id}", pipeline.Endpoint(Reading.Object(Kinds.Charge.Name)));
        app.MapGet("/v1/disputes", pipeline.Endpoint(Reading.Disputes));
        app.MapGet("/v1/disputes/{id}", pipeline.Endpoint(Reading.Object(Kinds.Dispute.Name)));
        app.MapGet("/v1/events", pipeline.Endpoint(Reading.Events));
        app.MapGet("/v1/events/{id}", pipeline.Endpoint(Reading.Event));
        app.MapGet("/v1/payment_methods/{id}", pipeline.Endpoint(Reading.Object(Kinds.PaymentMethod.Name)));
        app.MapFallback("/v1/{**rest}", pipeline.Endpoint(Unknown));
    }

    private static Answer Unknown(ApiCall call) => throw new ApiException(
        404,
        new ApiError
        {
            Type = "invalid_request_error",
            Message = "Unrecognized request URL, or one that the simulator does not speak: see its README.",
        },
        kept: false);
}
