namespace Nots.LocalHost.Tests.Running;

/// <summary>A booking as its maker got it.</summary>
/// <param name="Email">The customer's, nobody else's.</param>
/// <param name="Amount">Pence.</param>
public sealed record Booked(string Id, string Reference, string Email, long Amount, string? IntentId, string ManageToken)
{
    public static Booked Of(Answer answer) => new(
        answer.Text("bookingId")!,
        answer.Text("bookingReference")!,
        answer.Text("customer", "email")!,
        answer.Body.GetProperty("payment").GetProperty("amount").GetInt64(),
        answer.Body.GetProperty("payment").TryGetProperty("paymentIntentId", out var intent) ? intent.GetString() : null,
        answer.Text("manageToken")!);
}
