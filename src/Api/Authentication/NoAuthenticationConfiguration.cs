using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;

namespace Nots.Api.Authentication;

/// <summary>Authentication is set up by <see cref="IdentityOptions"/> alone, not by a section that ASP.NET Core would look for.</summary>
internal sealed class NoAuthenticationConfiguration : IAuthenticationConfigurationProvider
{
    public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
}
