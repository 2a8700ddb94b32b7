using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Where it is looked up what happened.</summary>
/// <param name="Stripe">The simulator.</param>
/// <param name="MailboxAsync">Every message that was sent.</param>
/// <param name="Log">What the host, or the hosts, wrote.</param>
internal sealed record CrashSite(StripeDesk Stripe, Func<Task<IReadOnlyList<MailboxEntry>>> MailboxAsync, Func<string> Log)
{
    public static CrashSite Of(RunningHost host) => new(host.Stripe, host.Nots.MailboxAsync, () => host.Log);
}
