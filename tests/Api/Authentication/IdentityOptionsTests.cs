using Nots.Api.Authentication;

namespace Nots.Api.Tests.Authentication;

public sealed class IdentityOptionsTests
{
    [Theory]
    [InlineData("https://idp.example", "api", true, 0)]
    [InlineData("http://127.0.0.1:5000", "api", false, 0)]
    [InlineData("http://localhost", "api", false, 0)]
    [InlineData("http://idp.example", "api", true, 1)]
    [InlineData("http://idp.example", "api", false, 1)]
    [InlineData("nonsense", null, true, 2)]
    public void An_issuer_is_reached_by_HTTPS_unless_it_is_on_this_machine(string authority, string? audience, bool requireHttps, int faults) =>
        Assert.Equal(faults, new IdentityOptions { Authority = authority, Audience = audience, RequireHttps = requireHttps }.Faults().Count);

    [Fact]
    public void All_faults_of_the_settings_are_told_at_once()
    {
        var options = new ApiOptions
        {
            Identity = new IdentityOptions { Authority = "x" },
            Limits = new Nots.Api.Limits.LimitOptions { AnonymousPerHour = 0, StaffPerHour = -1 },
            AllowedOrigins = ["https://ok.example", "https://slash.example/", "*"],
            TrustedProxies = ["10.0.0.0/8", "everybody"],
        };

        Assert.Equal(7, options.Faults().Count);
    }
}
