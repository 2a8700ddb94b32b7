using Microsoft.Extensions.DependencyInjection;

namespace Nots.Application.Orchestration;

/// <summary>
/// Every orchestration and activity that an engine may be asked to run, by stable name. Engines see JSON text; the types live
/// in the closures made here.
/// </summary>
public sealed class WorkflowCatalogue
{
    private readonly Dictionary<string, OrchestrationRegistration> _orchestrations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActivityRegistration> _activities = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, OrchestrationRegistration> Orchestrations => _orchestrations;

    public IReadOnlyDictionary<string, ActivityRegistration> Activities => _activities;

    /// <exception cref="ArgumentException">The name is taken.</exception>
    public WorkflowCatalogue AddOrchestration<TInput, TResult>(
        OrchestrationName<TInput, TResult> name, Func<IOrchestrator<TInput, TResult>> create)
    {
        _orchestrations.Add(name.Value, new OrchestrationRegistration(name.Value, async (context, input) =>
            OrchestrationJson.Serialize(await create().RunAsync(context, OrchestrationJson.Deserialize<TInput>(input)))));
        return this;
    }

    /// <summary>An activity is made for each try, of the services that it asks for.</summary>
    /// <param name="name">Stable.</param>
    /// <param name="timeout">How long one try may take before it counts as failed; 2 minutes unless told.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public WorkflowCatalogue AddActivity<TInput, TResult, TActivity>(ActivityName<TInput, TResult> name, TimeSpan? timeout = null)
        where TActivity : class, IActivity<TInput, TResult>
    {
        var make = ActivatorUtilities.CreateFactory<TActivity>([]);
        _activities.Add(name.Value, new ActivityRegistration(name.Value, timeout ?? TimeSpan.FromMinutes(2), async (services, input, token) =>
            OrchestrationJson.Serialize(await (services.GetService<TActivity>() ?? make(services, [])).RunAsync(OrchestrationJson.Deserialize<TInput>(input), token))));
        return this;
    }
}
