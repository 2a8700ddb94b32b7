using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Nots.Application.Bookings;

namespace Nots.Functions.Bookings;

/// <summary>A booking's whole life.</summary>
public sealed class BookingOrchestrationFunction
{
    [Function(BookingOrchestration.Name)]
    public static Task<object?> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new BookingOrchestration().RunAsync(context, context.GetInput<BookingRunState>()!);
}
