using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelSpec.LanguageServer.Protocol;

/// <summary><c>integer | string</c>: clients hand the diagnostics of all servers to each.</summary>
sealed class DiagnosticCodeConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString() ?? "",
            JsonTokenType.Number => reader.GetDouble().ToString(CultureInfo.InvariantCulture),
            _ => throw new JsonException("A diagnostic's code is a number or a text."),
        };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
