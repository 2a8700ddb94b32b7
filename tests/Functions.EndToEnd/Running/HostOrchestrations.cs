using DurableTask.Core;

namespace Nots.Functions.EndToEnd.Tests.Running;

/// <summary>Orchestrations that run in the stand-in host: they ask the app's activities for what its own orchestrations never would.</summary>
internal static class HostOrchestrations
{
    /// <summary>Calls the activity that its input names, with the text that follows it, as it is.</summary>
    public static ObjectCreator<TaskOrchestration> CallActivity { get; } = new NameValueObjectCreator<TaskOrchestration>(nameof(CallActivity), "", typeof(CallingActivity));

    private sealed class CallingActivity : TaskOrchestration
    {
        public override async Task<string> Execute(OrchestrationContext context, string input)
        {
            var parts = input.Split('\n', 2);
            context.MessageDataConverter = new AsItIs();
            return await context.ScheduleTask<string>(parts[0], "", parts[1]);
        }

        public override void RaiseEvent(OrchestrationContext context, string name, string input)
        {
        }

        public override string GetStatus() => "";
    }

    private sealed class AsItIs : DurableTask.Core.Serializing.JsonDataConverter
    {
        public override string Serialize(object value) => Serialize(value, false);

        public override string Serialize(object value, bool formatted) => value is object[] arguments ? (string)arguments.Single() : $"{value}";

        public override object Deserialize(string data, Type objectType) => data;
    }
}
