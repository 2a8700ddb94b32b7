namespace Nots.Durable.Store;

/// <summary>An instance with its history and its inbox, all of one moment, as JSON that has not been read yet.</summary>
internal sealed record StoredInstance(InstanceRow Row, IReadOnlyList<string> History, IReadOnlyList<StoredMessage> Inbox);
