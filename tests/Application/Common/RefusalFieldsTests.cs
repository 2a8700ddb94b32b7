using Nots.Application.Common;
using Nots.Domain.Common;

namespace Nots.Application.Tests.Common;

public sealed class RefusalFieldsTests
{
    [Fact]
    public void A_value_that_the_domain_finds_impossible_is_told_as_its_field()
    {
        var refusal = Refusal.Invalid("The refund must be from 0 to 1228 pence.").About("refund", "range");

        Assert.Equal((ErrorCode.InvalidRequest, "The refund must be from 0 to 1228 pence."), (refusal.Code, refusal.Message));
        Assert.Equal([new FieldFault("refund", "range", "The refund must be from 0 to 1228 pence.")], refusal.Faults!);
    }

    [Fact]
    public void A_refusal_for_another_reason_is_about_no_field()
    {
        var conflict = Refusal.Conflict("A booking that is completed cannot be cancelled.");
        var elsewhere = Refusal.Invalid(new FieldFault("reason", "length", "Too long."));

        Assert.Same(conflict, conflict.About("refund", "range"));
        Assert.Same(elsewhere, elsewhere.About("refund", "range"));
    }
}
