using System.Globalization;
using System.Net.Mail;
using Nots.Application.Common;
using Nots.Domain.Bookings;

namespace Nots.Application.Bookings;

/// <summary>Checks a booking request by itself and turns it into typed values.</summary>
public sealed class BookingRequestReader(IPhoneNumbers phones)
{
    /// <summary>What was asked for; whatever is at fault is in the list, and its value here is not to be used.</summary>
    public (Customer Customer, PaymentMethod Method) Read(BookingRequest request, FaultList faults)
    {
        faults.Require("quoteId", request.QuoteId);
        faults.Text("quoteId", request.QuoteId, BookingRequest.MaxIdLength);
        faults.Text("pickupInstructions", request.PickupInstructions, BookingRequest.MaxTextLength);
        faults.Text("dropoffInstructions", request.DropoffInstructions, BookingRequest.MaxTextLength);
        faults.Text("specialRequirements", request.SpecialRequirements, BookingRequest.MaxTextLength);
        if (request.IdempotencyKey is { } key && (key.Length is 0 or > 255 || key.Any(c => c is < '!' or > '~')))
            faults.Add("Idempotency-Key", "format", "Idempotency-Key has 1 to 255 visible ASCII characters.");
        var method = faults.OneOf<PaymentMethod>("paymentMethod", request.PaymentMethod);
        return (ReadCustomer(request.Customer, faults), method ?? default);
    }

    private Customer ReadCustomer(CustomerInput? input, FaultList faults)
    {
        if (!faults.Require("customer", input))
            return new Customer("", "", "", "");
        return new Customer(
            Name("customer.firstName", input!.FirstName, faults),
            Name("customer.lastName", input.LastName, faults),
            Email(input.Email, faults),
            Phone(input.Phone, faults));
    }

    private static string Name(string field, string? value, FaultList faults)
    {
        var name = value?.Trim();
        if (faults.Require(field, name))
        {
            faults.Text(field, name, CustomerInput.MaxNameLength);
            // A name goes into message headers and exports: it has one line, and reads there as it was written.
            if (name!.Any(c => char.IsControl(c) || TurnsDirection(c)))
                faults.Add(field, "format", $"{field} has control characters.");
            else if (name!.All(c => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format))
                faults.Require(field, null);
        }
        return name ?? "";
    }

    // Unicode's embeddings, overrides and isolates: after one of them "eno" reads "one", in a driver's job as in a file's name.
    private static bool TurnsDirection(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static string Email(string? value, FaultList faults)
    {
        const string field = "customer.email";
        var email = value?.Trim();
        if (!faults.Require(field, email))
            return "";
        if (email!.Length > CustomerInput.MaxEmailLength || email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            || !MailAddress.TryCreate(email, out var address) || address.Address != email || !address.Host.Contains('.', StringComparison.Ordinal))
        {
            faults.Add(field, "format", "customer.email must be an e-mail address.");
        }
        return email;
    }

    private string Phone(string? value, FaultList faults)
    {
        const string field = "customer.phone";
        if (!faults.Require(field, value))
            return "";
        if (value!.Length <= 40 && phones.TryNormalise(value, out var e164))
            return e164;
        faults.Add(field, "format", "customer.phone must be a telephone number, such as +447700900123.");
        return "";
    }
}
