using Microsoft.Extensions.Internal;

namespace Nots.Api.Authentication;

/// <summary>Lets a memory cache run on the platform's clock.</summary>
internal sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
