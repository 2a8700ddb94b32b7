using Nots.Durable.History;

namespace Nots.Durable.Store;

/// <summary>An event on its way to an instance.</summary>
/// <param name="Event">Dated when it is applied.</param>
/// <param name="Execution">The only execution that it concerns; null for whichever there is.</param>
/// <param name="Position">
/// Of its row in the inbox. Null for an outcome that is not stored itself: the row of its activity or timer stays until the
/// outcome is in the history, and brings it about again after a crash.
/// </param>
internal sealed record InstanceMessage(IncomingEvent Event, int? Execution = null, long? Position = null);
