using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelSpec.LanguageServer.Protocol;

/// <summary>Whatever a command gives back; on the wire it is the value itself.</summary>
[JsonConverter(typeof(CommandResultConverter))]
public sealed record CommandResult(JsonElement Value);

sealed class CommandResultConverter : JsonConverter<CommandResult>
{
    public override CommandResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, CommandResult value, JsonSerializerOptions options) =>
        value.Value.WriteTo(writer);
}
