using Nots.Domain.Common;

namespace Nots.Domain.Tests.Common;

public sealed class ResultTests
{
    private static readonly Refusal No = Refusal.NotFound("booking");

    [Fact]
    public void A_value_is_a_success()
    {
        Result<int> result = 7;

        Assert.True(result.Succeeded);
        Assert.Null(result.Refusal);
        Assert.Equal(7, result.Value);
    }

    [Fact]
    public void A_refusal_has_no_value()
    {
        Result<int> result = No;

        Assert.False(result.Succeeded);
        Assert.Same(No, result.Refusal);
        Assert.Contains(No.Message, Assert.Throws<InvalidOperationException>(() => result.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_step_is_taken_only_after_a_success()
    {
        Result<int> seven = 7;
        Result<int> refused = No;

        Assert.Equal("7", seven.Then<string>(value => $"{value}").Value);
        Assert.Same(No, seven.Then<string>(_ => No).Refusal);
        Assert.Same(No, refused.Then<string>(_ => throw new InvalidOperationException("Not reached.")).Refusal);
    }

    [Fact]
    public void All_faults_of_a_request_are_in_one_refusal()
    {
        var one = new FieldFault("pickupTime", "range", "Too early.");
        var two = new FieldFault("passengers", "range", "Too many.");

        Assert.Equal("Too early.", Refusal.Invalid(one).Message);
        Assert.Equal("The request has 2 errors.", Refusal.Invalid(one, two).Message);
        Assert.Equal([one, two], Refusal.Invalid(one, two).Faults!);
        Assert.Equal(ErrorCode.InvalidRequest, Refusal.Invalid(one, two).Code);
    }
}
