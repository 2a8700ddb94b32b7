using Mono.Cecil;
using Nots.Application.Bookings;
using Nots.Application.Storage;
using Nots.Domain.Bookings;

namespace Nots.Architecture.Tests;

/// <summary>A booking has one door: whatever changes it gets its event, its payment and its signal with it, and loses no race unnoticed.</summary>
public sealed class BookingDoorTests
{
    [Fact]
    public void Only_the_booking_writer_writes_bookings()
    {
        var writers = Repository.Assemblies.SelectMany(assembly =>
        {
            using var module = Instructions.Read(assembly);
            return Instructions.Methods(module).Where(WritesBookings).Select(method => Outermost(method.DeclaringType).FullName).ToList();
        });
        Assert.Equal([typeof(BookingWriter).FullName!], writers.Distinct());
    }

    private static bool WritesBookings(MethodDefinition method) => method.Body.Instructions.Any(instruction =>
        instruction.Operand is GenericInstanceMethod called
        && called.DeclaringType.FullName == typeof(ITransaction).FullName
        && called.GenericArguments.Any(argument => argument.FullName == typeof(Booking).FullName));

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
