using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;

namespace Nots.Functions.Bookings;

/// <summary>A booking's whole life.</summary>
public sealed class BookingOrchestrationFunction
{
    [Function("booking")]
    public static Task<Nothing> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new BookingOrchestration().RunAsync(new DurableContext(context), context.GetInput<BookingRunState>()!);
}
