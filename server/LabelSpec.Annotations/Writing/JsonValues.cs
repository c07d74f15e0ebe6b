using System.Text.Encodings.Web;
using System.Text.Json;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Writing;

/// <summary>Values of the model as JSON.</summary>
static class JsonValues
{
    /// <summary>Texts as people read them, a value a line.</summary>
    public static JsonWriterOptions Indented { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static void Write(Utf8JsonWriter json, string name, AttributeValue value)
    {
        switch (value.Kind)
        {
            case AttributeValueKind.Null:
                json.WriteNull(name);
                break;
            case AttributeValueKind.Bool:
                json.WriteBoolean(name, value.AsBool);
                break;
            case AttributeValueKind.Number when double.IsFinite(value.AsNumber):
                json.WriteNumber(name, value.AsNumber);
                break;
            case AttributeValueKind.TextList:
                json.WriteStartArray(name);
                foreach (var text in value.AsTexts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                json.WriteString(name, value.ToString());
                break;
        }
    }

    /// <summary>A list of numbers on one line; what is none, as JSON has no infinities, is null.</summary>
    public static void Write(Utf8JsonWriter json, string? name, ReadOnlySpan<double> numbers)
    {
        if (name is not null)
            json.WritePropertyName(name);
        var text = new System.Text.StringBuilder("[");
        foreach (var number in numbers)
            text.Append(text.Length > 1 ? ", " : "")
                .Append(
                    double.IsFinite(number)
                        ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
                        : "null"
                );
        json.WriteRawValue(text.Append(']').ToString());
    }
}
