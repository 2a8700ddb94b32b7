using Nots.Domain.Users;

namespace Nots.Api.Authentication;

/// <summary>Who a valid token says its bearer is.</summary>
/// <param name="UserId">The issuer's subject.</param>
/// <param name="ExpiresAt">UTC.</param>
internal sealed record Identity(string UserId, Role Role, DateTimeOffset ExpiresAt);
