using System.Text.Json.Serialization;

namespace Nots.Integrations.Mailbox;

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MailboxMessage))]
internal sealed partial class MailboxJson : JsonSerializerContext;
